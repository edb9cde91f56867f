import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import fc from "fast-check";
import type { Quality } from "../activity/dataset.ts";
import { dirtyFile } from "./arbitrary.ts";
import { mendFew, rowsAsText, withFiles } from "./fixture.ts";
import { importFiles } from "./import.ts";
import type { Ledger } from "./ledger.ts";
import { decodeLedger, encodeLedger } from "./ledger-file.ts";
import type { ImportResult } from "./outcome.ts";

/** Distinct files, some of which repeat lines of others. */
const distinctFiles = fc
  .uniqueArray(dirtyFile, { minLength: 1, maxLength: 4, selector: (file) => file.toString("latin1") })
  .chain((files) => fc.boolean().map((again) => (again ? [...files, reissued(files[0]!)] : files)));

/** The file with its lines once more and one appended, as a corrected issue of it. */
function reissued(file: Buffer): Buffer {
  const [header] = file.toString("latin1").split(/\r?\n/, 1);
  const counts = header!
    .split(",")
    .slice(4)
    .map((_, index) => index + 7);
  return Buffer.concat([file, Buffer.from(`\n05-03-2025,Telangana,Hyderabad,500001,${counts}\n`)]);
}

/** Files in some order, cut into batches that are added one after the other. */
const batched = distinctFiles.chain((files) =>
  fc.record({
    files: fc.constant(files),
    order: fc.shuffledSubarray([...files.keys()], { minLength: files.length }),
    cuts: fc.array(fc.boolean(), { minLength: files.length, maxLength: files.length }),
  }),
);

function batchesOf(order: readonly number[], cuts: readonly boolean[]): number[][] {
  const batches: number[][] = [];
  order.forEach((file, at) => {
    if (at === 0 || cuts[at]) batches.push([]);
    batches.at(-1)!.push(file);
  });
  return batches;
}

/** Imports the batches one onto the other, each ledger written and read between. */
async function addAll(batches: readonly (readonly string[])[]): Promise<ImportResult> {
  let onto: Ledger | undefined;
  for (const [index, batch] of batches.entries()) {
    const result: ImportResult = await importFiles(batch, { mend: mendFew, ...(onto && { onto }) });
    if (index === batches.length - 1) return result;
    onto = decodeLedger(encodeLedger(result.ledger));
  }
  throw new Error("There are no batches.");
}

const withoutExamples = ({ reasons, ...rest }: Quality) => ({
  ...rest,
  reasons: reasons.map(({ code, rows }) => ({ code, rows })),
});

const named = (files: readonly Uint8Array[]) =>
  Object.fromEntries(files.map((file, index) => [`${index}.csv`, file]));

test("files added in any batches and order say what they say imported at once", async () => {
  await fc.assert(
    fc.asyncProperty(batched, async ({ files, order, cuts }) => {
      await withFiles(named(files), async (folder) => {
        const path = (file: number) => join(folder, `${file}.csv`);
        const once = await importFiles([...files.keys()].map(path), { mend: mendFew });
        const added = await addAll(batchesOf(order, cuts).map((batch) => batch.map(path)));
        assert.deepEqual(rowsAsText(added.rows), rowsAsText(once.rows));
        assert.deepEqual(withoutExamples(added.quality), withoutExamples(once.quality));
        assert.deepEqual(added.mends, once.mends);
        assert.equal(added.summed, once.summed);
      });
    }),
    { numRuns: 200 },
  );
});

test("in the same order, batches leave the same examples and the same ledger, byte for byte", async () => {
  await fc.assert(
    fc.asyncProperty(batched, async ({ files, order, cuts }) => {
      await withFiles(named(files), async (folder) => {
        const path = (file: number) => join(folder, `${file}.csv`);
        const once = await importFiles(order.map(path), { mend: mendFew });
        const added = await addAll(batchesOf(order, cuts).map((batch) => batch.map(path)));
        assert.deepEqual(added.quality, once.quality);
        assert.deepEqual(encodeLedger(added.ledger), encodeLedger(once.ledger));
      });
    }),
    { numRuns: 100 },
  );
});

test("files that were added before are skipped and change nothing", async () => {
  await fc.assert(
    fc.asyncProperty(batched, async ({ files, order }) => {
      await withFiles(named(files), async (folder) => {
        const once = await importFiles([folder], { mend: mendFew });
        const again = order.map((file) => join(folder, `${file}.csv`));
        const {
          known,
          files: taken,
          ...rest
        } = await importFiles(again, { mend: mendFew, onto: once.ledger });
        assert.deepEqual(known, again);
        assert.deepEqual(taken, []);
        assert.deepEqual(rest.rows, once.rows);
        assert.deepEqual(rest.quality, once.quality);
        assert.deepEqual(encodeLedger(rest.ledger), encodeLedger(once.ledger));
      });
    }),
    { numRuns: 60 },
  );
});
