import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import fc from "fast-check";
import { dirtyFiles } from "./arbitrary.ts";
import { BIOMETRIC, mendFew, withFiles } from "./fixture.ts";
import { importFiles } from "./import.ts";
import { encodeLedger } from "./ledger-file.ts";

/** What no thread may change: everything, the ledger as its bytes. */
async function told(
  paths: readonly string[],
  threads: number,
  onto?: Parameters<typeof importFiles>[1]["onto"],
) {
  const { ledger, ...rest } = await importFiles(paths, { mend: mendFew, threads, ...(onto && { onto }) });
  return { ...rest, ledger: hash("sha256", encodeLedger(ledger)) };
}

test("whatever the number of threads, the result is the same, byte for byte", async () => {
  const threads = fc.integer({ min: 2, max: 4 });
  await fc.assert(
    fc.asyncProperty(dirtyFiles, dirtyFiles, threads, async (first, later, count) => {
      const all = [...first, "a,b\n1,2\n", ...later, ""];
      const files = Object.fromEntries(all.map((file, index) => [`${index}.csv`, file]));
      await withFiles(files, async (folder) => {
        const paths = [...all.keys(), all.length].map((index) => join(folder, `${index}.csv`));
        assert.deepEqual(await told(paths, count), await told(paths, 1));
        const { ledger } = await importFiles(paths.slice(0, first.length), { mend: mendFew, threads: count });
        assert.deepEqual(await told(paths, count, ledger), await told(paths, 1, ledger));
      });
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

test("a file whose reading fails is refused by whichever thread has it", async (t) => {
  const unreadable = "/proc/self/mem";
  if (!existsSync(unreadable)) return t.skip("this system has no file that opens and cannot be read");
  const good = `${BIOMETRIC}\n01-03-2025,Tamil Nadu,Chennai,600001,1,2\n`;
  await withFiles({ "a.csv": good, "b.csv": good }, async (folder) => {
    const [a, b] = [join(folder, "a.csv"), join(folder, "b.csv")];
    for (const paths of [
      [unreadable, a, b],
      [a, unreadable, b],
    ]) {
      const once = await told(paths, 1);
      assert.match(once.refused[0]!.why, /the system says EIO/);
      assert.equal(once.quality.rowsRead, 2);
      assert.deepEqual(await told(paths, 2), once);
    }
  });
});

test("what is more than a snapshot can hold is the same error on any number of threads", async () => {
  const lines = (pincode: number) =>
    [1, 2, 3].map((n) => `01-03-2025,Tamil Nadu,Chennai,${pincode + n},2147483647,${n}`);
  const files = { "a.csv": [BIOMETRIC, ...lines(600001)], "b.csv": [BIOMETRIC, ...lines(600101)] };
  const texts = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.join("\n")]));
  await withFiles(texts, async (folder) => {
    for (const threads of [1, 2, 3]) {
      await assert.rejects(importFiles([folder], { mend: mendFew, threads }), {
        name: "Fault",
        message: /BIOMETRIC_UPDATE_AGE_5_17 adds up to 12884901882 persons/,
      });
    }
  });
});

test("many spellings of large counts, read by several threads, come together as on one", async () => {
  const text = (seed: number) =>
    [
      BIOMETRIC,
      ...Array.from({ length: 4000 }, (_, n) => {
        const place = (n * seed) % 997;
        const name = place % 3 === 0 ? "Tamil Nadu,Chennai" : "Telangana,Warangal";
        return `0${1 + (n % 9)}-03-2025,${name},${600_000 + place},${32_760 + (n % 31)},${n % 5}`;
      }),
    ].join("\n");
  const seeds = [3, 5, 7, 11, 13, 17];
  const files = Object.fromEntries(seeds.map((seed) => [`${seed}.csv`, text(seed)]));
  await withFiles(files, async (folder) => {
    const once = await told([folder], 1);
    assert.ok(once.quality.duplicates > 0);
    for (const threads of [2, 3]) assert.deepEqual(await told([folder], threads), once);
  });
});

test("a failure of the mender ends the import, and its threads", async () => {
  const line = "01-03-2025,Tamil Nadu,Chennai,600001,1,2";
  await withFiles({ "a.csv": `${BIOMETRIC}\n${line}\n` }, async (folder) => {
    const mend = () => {
      throw new Error("no map");
    };
    await assert.rejects(importFiles([folder], { mend, threads: 2 }), /no map/);
  });
});
