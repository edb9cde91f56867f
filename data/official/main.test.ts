import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { readSnapshot } from "../snapshot/read.ts";
import { currentVersion } from "../snapshot/versions.ts";
import { DEMOGRAPHIC, ENROLMENT, rowsAsText, withFiles } from "./fixture.ts";

const MAIN = join(import.meta.dirname, "main.ts");
const GOOD = `${ENROLMENT}\n01-03-2025,Tamil Nadu,Chennai,600001,3,2,1\n01-03-2025,Tamil Nadu,Chennai,600001,3,2,1\n`;
const NOBODY = 65_534;

function run(folder: string, ...argv: string[]) {
  const env = { ...process.env, DATA_DIR: join(folder, "data") };
  return spawnSync(process.execPath, [MAIN, ...argv], { env, encoding: "utf8" });
}

const hasSnapshot = (folder: string) => existsSync(join(folder, "data", "current"));

test("a folder is imported, reported on and made the current snapshot", async () => {
  await withFiles({ "in/a.csv": GOOD }, async (folder) => {
    const { status, stdout, stderr } = run(folder, join(folder, "in"));
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^Lines: 2 read = 1 kept \+ 1 duplicates \+ 0 rejected$/m);
    assert.match(stdout, /^Dates: 2025-03-01 to 2025-03-01/m);
    assert.match(stdout, /^Places: 1 states, 1 districts, 1 pincodes \(0 of them/m);
    const version = await currentVersion(join(folder, "data"));
    const { rows, manifest } = await readSnapshot(join(folder, "data"), version!);
    assert.deepEqual(rowsAsText(rows), ["2025-03-01 IN-TN/chennai 600001 1 3 2 1 0 0 0 0"]);
    assert.equal(manifest.source, "OFFICIAL");
    assert.equal(manifest.quality.duplicates, 1);
  });
});

test("a file that is not taken is named, and the exit code tells of it", async () => {
  await withFiles({ "in/a.csv": GOOD, "in/b.csv": "a,b\n\x1b[31m" }, async (folder) => {
    const { status, stdout } = run(folder, join(folder, "in"));
    assert.equal(status, 2);
    assert.match(stdout, /b\.csv: its first line, "a,b", is no header/);
    assert.ok(hasSnapshot(folder));
  });
});

test("where nothing can be kept, nothing is written", async () => {
  const rejected = "01-03-2025,Tamil Nadu,Chennai,600001,\x1b[2J,2\n";
  await withFiles({ "in/a.csv": `${DEMOGRAPHIC}\n${rejected}` }, async (folder) => {
    const { status, stdout, stderr } = run(folder, join(folder, "in"), join(folder, "none"));
    assert.equal(status, 1);
    assert.match(
      stdout,
      /BAD_COUNT: 1, .*\n {4}e\.g\. a\.csv:2: 01-03-2025,Tamil Nadu,Chennai,600001,\\x1b\[2J,2\n/,
    );
    assert.match(stdout, /none: there is no such file or folder/);
    assert.match(stderr, /no line could be kept/);
    assert.equal(existsSync(join(folder, "data")), false);
  });
});

test("a command line that says nothing to import is answered with the usage", async () => {
  await withFiles({}, async (folder) => {
    for (const argv of [[], ["--frobnicate", "x"]]) {
      const { status, stderr } = run(folder, ...argv);
      assert.equal(status, 1);
      assert.match(stderr, /Usage: npm run import/);
    }
    assert.equal(run(folder, "--help").status, 0);
  });
});

test("--explain lists where every published name was brought, and overwrites nothing but such a list", async () => {
  const odd = "01-03-2025,=cmd(),Chennai,999999,1,2,3\n";
  await withFiles({ "in/a.csv": GOOD + odd, "kept.csv": GOOD }, async (folder) => {
    const list = join(folder, "mends.csv");
    for (const argv of [
      ["--explain", list, join(folder, "in")],
      [join(folder, "in"), `--explain=${list}`],
    ]) {
      assert.equal(run(folder, ...argv).status, 0);
      const [header, ...lines] = readFileSync(list, "utf8").trimEnd().split("\n");
      assert.equal(header, "state,district,pincode,place,step,rows");
      assert.match(lines[0]!, /^'=cmd\(\),Chennai,999999,,[A-Z_]+,1$/);
      assert.match(lines[1]!, /^Tamil Nadu,Chennai,600001,IN-TN\/chennai,[a-z]+,1$/);
    }
    assert.equal(run(folder, "--explain", join(folder, "in")).status, 0);
    assert.ok(existsSync(join(folder, "data", "mends.csv")));
    assert.equal(run(folder, `--explain=${join(folder, "kept.csv")}`, join(folder, "in")).status, 1);
    assert.equal(readFileSync(join(folder, "kept.csv"), "utf8"), GOOD);
  });
});

test("a DATA_DIR that cannot be written is named", async () => {
  await withFiles({ "in/a.csv": GOOD }, async (folder) => {
    writeFileSync(join(folder, "data"), "a file");
    const { status, stderr } = run(folder, join(folder, "in"));
    assert.equal(status, 1);
    assert.match(stderr, /data.*: /);
    assert.doesNotMatch(stderr, /\n {4}at /);
  });
});

test("files and folders without permission are named, the others go on", async (t) => {
  await withFiles(
    { "in/a.csv": GOOD, "in/b.csv": GOOD, "in/deep/c.csv": GOOD, "data/.keep": "" },
    async (folder) => {
      const isRoot = process.getuid?.() === 0;
      const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
      const env = { ...process.env, DATA_DIR: join(folder, "data") };
      const probe = spawnSync(process.execPath, ["--check", MAIN], { ...as, env });
      if (probe.status !== 0) return t.skip("another user cannot run this checkout");
      for (const path of ["", "in"]) chmodSync(join(folder, path), 0o755);
      chmodSync(join(folder, "data"), 0o777);
      for (const path of ["in/b.csv", "in/deep"]) chmodSync(join(folder, path), 0);
      const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, join(folder, "in")], {
        ...as,
        env,
        encoding: "utf8",
      });
      chmodSync(join(folder, "in/deep"), 0o755);
      assert.equal(status, 2, stderr);
      assert.match(stdout, /deep: permission is denied/);
      assert.match(stdout, /b\.csv: permission is denied/);
      assert.match(stdout, /^Lines: 2 read = 1 kept/m);
    },
  );
});
