// Ending a browser as a power cut does.

import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Kills the browser's whole process group at once, without a chance to tidy up, and waits until it is gone.
 * A browser is started as the head of a group of its own, so that nothing else is in it.
 */
export async function killWhole(browser) {
  const group = browser.process().pid;
  process.kill(-group, "SIGKILL");
  while (isAlive(group)) await pause(10);
}

// The dead stay listed until somebody asks after them, so a signal to the group would still arrive.
function isAlive(group) {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      try {
        const [state, , itsGroup] = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ");
        return Number(itsGroup) === group && state !== "Z";
      } catch {
        return false; // gone meanwhile
      }
    });
}
