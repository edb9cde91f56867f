import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { LEDGER, layout } from "../snapshot/layout.ts";
import { readSnapshot } from "../snapshot/read.ts";
import { currentVersion } from "../snapshot/versions.ts";
import { writeSnapshot } from "../snapshot/write.ts";
import { DEMOGRAPHIC, ENROLMENT, rowsAsText, withFiles } from "./fixture.ts";

const MAIN = join(import.meta.dirname, "main.ts");
const FIRST = `${ENROLMENT}\n01-03-2025,Tamil Nadu,Chennai,600001,3,2,1\n01-03-2025,Tamil Nadu,Chennai,600001,3,2,1\n`;
const REISSUED = `${FIRST}02-03-2025,Orissa,Khordha,751001,1,0,0\n31-02-2025,Tamil Nadu,Chennai,600001,1,1,1\n`;
const LATER = `${DEMOGRAPHIC}\n01-03-2025,Tamil Nadu,Chennai,600001,7,8\n`;

/** A DATA_DIR beside the files a.csv, reissued.csv and later.csv, and the command that imports into it. */
function withCommand(use: (command: ReturnType<typeof commandIn>) => Promise<void>): Promise<void> {
  const files = { "a.csv": FIRST, "reissued.csv": REISSUED, "later.csv": LATER };
  return withFiles(files, async (folder) => use(commandIn(folder)));
}

function commandIn(folder: string) {
  const dataDir = join(folder, "data");
  const env = { ...process.env, DATA_DIR: dataDir };
  const path = (argument: string) => (argument.endsWith(".csv") ? join(folder, argument) : argument);
  return {
    dataDir,
    run: (...argv: string[]) =>
      spawnSync(process.execPath, [MAIN, ...argv.map(path)], { env, encoding: "utf8" }),
    spawn: (...argv: string[]) => spawn(process.execPath, [MAIN, ...argv.map(path)], { env }),
    current: async () => readSnapshot(dataDir, (await currentVersion(dataDir))!),
  };
}

test("newer files are added to the snapshot, and the report says what was new", async () => {
  await withCommand(async ({ run, current }) => {
    assert.equal(run("a.csv").status, 0);
    const { version } = (await current()).manifest;
    const { status, stdout, stderr } = run("--add", "reissued.csv", "a.csv", "later.csv");
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^In the snapshot already, byte for byte:\n {2}\S*\/a\.csv$/m);
    assert.match(stdout, /^Lines: 7 read = 3 kept \+ 3 duplicates \+ 1 rejected$/m);
    assert.match(stdout, new RegExp(`^Added to snapshot ${version}: 2 new files, 1 already in it$`, "m"));
    assert.match(stdout, /^ {2}lines: 2 new, 2 in it already or repeated, 1 rejected$/m);
    assert.match(stdout, /^ {2}rows \+1, dates \+1 \(2025-03-02 to 2025-03-02\), pincodes \+1$/m);
    assert.deepEqual(rowsAsText((await current()).rows), [
      "2025-03-01 IN-TN/chennai 600001 3 3 2 1 7 8 0 0",
      "2025-03-02 IN-OD/khordha 751001 1 1 0 0 0 0 0 0",
    ]);
  });
});

test("files that are in the snapshot already leave the very same version", async () => {
  await withCommand(async ({ run, current }) => {
    run("a.csv", "later.csv");
    const { version } = (await current()).manifest;
    const { status, stdout } = run("--add", "later.csv", "a.csv");
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`^Snapshot: ${version} in .*, as it was$`, "m"));
    assert.equal((await current()).manifest.version, version);
    const missing = run("--add", "a.csv", "none.csv");
    assert.equal(missing.status, 1);
    assert.equal((await current()).manifest.version, version);
  });
});

test("imported at once or added in the same order, the files make the same snapshot", async () => {
  await withCommand(async ({ run, current }) => {
    run("a.csv");
    run("--add", "reissued.csv");
    run("--add", "later.csv");
    const { version } = (await current()).manifest;
    assert.equal(run("a.csv", "reissued.csv", "later.csv").status, 0);
    assert.equal((await current()).manifest.version, version);
  });
});

test("where there is nothing to add to, the command says what to do", async () => {
  await withCommand(async ({ run, current, dataDir }) => {
    const refused = (why: RegExp) => {
      const { status, stderr } = run("--add", "a.csv");
      assert.equal(status, 1);
      assert.match(stderr, why);
    };
    refused(/^import: There is no snapshot to add to yet; import without --add\.$/m);
    run("a.csv");
    const { rows, manifest } = await current();
    const { publishedAt, quality } = manifest;
    const sample = await writeSnapshot(dataDir, rows, { source: "SAMPLE", publishedAt, quality });
    refused(/the sample, whose figures are invented; import without --add/);
    assert.equal(await currentVersion(dataDir), sample);
    await writeSnapshot(dataDir, rows, { source: "OFFICIAL", publishedAt, quality });
    refused(/does not say which lines it was made of. Import all files once more, without --add/);
    run("a.csv");
    const ledger = join(layout.snapshot(dataDir, (await currentVersion(dataDir))!), LEDGER);
    const bytes = readFileSync(ledger);
    writeFileSync(ledger, bytes.fill(1, bytes.length >> 1));
    refused(/ledger\.arrow is damaged: .* Import all files once more, without --add/);
  });
});

test("an add that is killed leaves the snapshot as it was, or whole and new", async () => {
  await withCommand(async ({ run, spawn: start, current }) => {
    run("a.csv");
    const { version } = (await current()).manifest;
    const child = start("--add", "later.csv");
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "close");
    const { manifest, rows } = await current();
    assert.equal(rows.date.length, 1);
    assert.equal(manifest.quality.rowsRead, manifest.version === version ? 2 : 3);
    assert.equal(run("--add", "later.csv").status, 0);
    assert.equal((await current()).manifest.quality.rowsRead, 3);
  });
});
