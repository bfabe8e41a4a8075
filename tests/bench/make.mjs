// Makes the sites that the bench measures: node tests/bench/make.mjs BENCH [ITEMS,ITEMS,...]
// BENCH is a copy of the bench's folder. The program is compiled once; each site is it with another deck.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const here = import.meta.dirname;
const root = resolve(here, "../..");
const [bench, sizes = "20,1000,10000"] = process.argv.slice(2);
if (!bench) {
  console.error("node tests/bench/make.mjs BENCH [20,1000,10000]");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "factdeck-bench-"));
try {
  for (const count of sizes.split(",")) {
    const deck = execFileSync(process.execPath, [join(here, "deck.mjs"), join(resolve(bench), "deck.mjs"), count], {
      maxBuffer: 2 ** 26,
    });
    const file = join(folder, `${count}.json`);
    writeFileSync(file, deck);
    console.log(`${count} items`);
    execFileSync("cargo", ["xtask", "dist", "--deck", file, "--out", join(here, "sites", count)], {
      cwd: root,
      stdio: "inherit",
    });
  }
} finally {
  rmSync(folder, { recursive: true });
}
