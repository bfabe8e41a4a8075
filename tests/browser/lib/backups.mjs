// "Your data": its figures, and the backup file: downloaded, read, and given back.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { click, textOf } from "./page.mjs";

const NAME = "factdeck-backup.json";
const SAYS = "section[aria-labelledby=restore-name] [aria-live]";

/** What "Your data" says beside a name, as a number; nothing if it does not say it. */
export const figure = (page, name) =>
  page.evaluate((name) => {
    const term = [...document.querySelectorAll("main dl.stored dt")].find((term) => term.innerText === name);
    return term && Number(term.nextElementSibling.innerText);
  }, name);

/** Presses "Save a backup" within `at` and reads the file that the browser then wrote. */
export async function downloadBackup(page, { at = "main" } = {}) {
  const text = await download(page, `${at} [data-action=backup]`, NAME, JSON.parse);
  return { text, ...JSON.parse(text) };
}

/** Presses a button and gives the text of the file that the browser then wrote. `read` throws while it is not whole. */
export const download = (page, button, name, read) =>
  inFolder(async (folder) => {
    await downloadTo(page, folder);
    await click(page, button);
    return written(path.join(folder, name), read);
  });

/** Gives "Your data" a file to restore, and says what the page then says of it. */
export const chooseFile = (page, content) =>
  inFolder(async (folder) => {
    const file = path.join(folder, NAME);
    await writeFile(file, content);
    const input = await page.waitForSelector("input[data-action=restore]");
    const before = await textOf(page, SAYS);
    await input.uploadFile(file);
    return saysNext(page, before);
  });

/** Says yes to the file that was chosen, and says what the page then says. */
export async function addThem(page) {
  const before = await textOf(page, SAYS);
  await click(page, "[data-action=restore-now]");
  return saysNext(page, before);
}

async function saysNext(page, before) {
  await page.waitForFunction(
    (at, before) => {
      const now = document.querySelector(at).innerText.replace(/\s+/g, " ").trim();
      return now !== "" && now !== before;
    },
    {}, SAYS, before,
  );
  return textOf(page, SAYS);
}

async function inFolder(act) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "factdeck-files-"));
  try {
    return await act(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function downloadTo(page, folder) {
  const context = page.browserContext();
  const { connection } = page.browser(); // there if the driver speaks WebDriver BiDi
  if (connection) {
    await connection.send("browser.setDownloadBehavior", {
      downloadBehavior: { type: "allowed", destinationFolder: folder },
      userContexts: [context.id],
    });
  } else {
    const session = await page.createCDPSession();
    const browserContextId = context.id;
    await session.send("Browser.setDownloadBehavior", { behavior: "allow", browserContextId, downloadPath: folder });
  }
}

// Browsers write a file bit by bit; it is whole when it can be read.
async function written(file, read, patienceMillis = 15_000) {
  for (const end = Date.now() + patienceMillis; ; await pause(50)) {
    try {
      const text = await readFile(file, "utf8");
      read(text);
      return text;
    } catch (error) {
      if (Date.now() > end) throw new Error(`${path.basename(file)} was not downloaded: ${error.message}`);
    }
  }
}
