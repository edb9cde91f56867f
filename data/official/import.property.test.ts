import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import fc from "fast-check";
import type { Quality } from "../activity/dataset.ts";
import { dirtyFile, dirtyFiles } from "./arbitrary.ts";
import { BIOMETRIC, mendFew, rowsAsText, withFiles } from "./fixture.ts";
import { importFiles } from "./import.ts";
import { readNaively } from "./naive.ts";

const options = { mend: mendFew };

function named(files: readonly Uint8Array[]): Record<string, Uint8Array> {
  return Object.fromEntries(files.map((file, index) => [`${index}.csv`, file]));
}

const sumOf = (column: ArrayLike<number>) => Array.from(column).reduce((total, value) => total + value, 0);

function assertIdentity({ rowsRead, rowsKept, duplicates, rejected, reasons }: Quality): void {
  assert.equal(rowsRead, rowsKept + duplicates + rejected);
  assert.equal(
    rejected,
    reasons.reduce((total, { rows }) => total + rows, 0),
  );
}

test("the files say to it what they say to a slow reader that splits strings", async () => {
  await fc.assert(
    fc.asyncProperty(dirtyFiles, async (files) => {
      await withFiles(named(files), async (folder) => {
        const result = await importFiles([folder], options);
        const naive = readNaively(files, mendFew);
        assert.deepEqual(rowsAsText(result.rows), naive.rows);
        const { quality } = result;
        assert.equal(quality.rowsRead, naive.rowsRead);
        assert.equal(quality.duplicates, naive.duplicates);
        assert.deepEqual(Object.fromEntries(quality.reasons.map(({ code, rows }) => [code, rows])), {
          ...naive.rejected,
        });
        const sums = result.rows.counts.map(sumOf);
        assert.deepEqual(sums, naive.sums);
        assertIdentity(quality);
        for (const file of result.files)
          assert.equal(file.rowsRead, file.rowsKept + file.duplicates + file.rejected);
        const listed = result.mends.reduce(
          (total, { place, rows }) => total + (place === null ? 0 : rows),
          0,
        );
        assert.equal(listed, quality.rowsKept);
      });
    }),
    { numRuns: 300 },
  );
});

test("where the chunks end makes no difference", async () => {
  await fc.assert(
    fc.asyncProperty(dirtyFile, fc.integer({ min: 1, max: 80 }), async (file, chunkBytes) => {
      await withFiles({ "a.csv": file }, async (folder) => {
        assert.deepEqual(
          await importFiles([folder], { ...options, chunkBytes }),
          await importFiles([folder], options),
        );
      });
    }),
    { numRuns: 60 },
  );
});

test("the order of the files makes no difference to the rows", async () => {
  await fc.assert(
    fc.asyncProperty(dirtyFiles, async (files) => {
      await withFiles(named(files), async (folder) => {
        const paths = files.map((_, index) => join(folder, `${index}.csv`));
        const forth = await importFiles(paths, options);
        const back = await importFiles(paths.toReversed(), options);
        assert.deepEqual(back.rows, forth.rows);
        assert.equal(back.quality.duplicates, forth.quality.duplicates);
        assert.deepEqual(back.mends, forth.mends);
      });
    }),
    { numRuns: 60 },
  );
});

test("bytes of any kind are refused or counted, never lost", async () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  const text = fc.string({ unit: fc.constantFrom(...'0159-,"\r\n\0 aé'), maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(bytes, text, fc.boolean(), async (noise, scrawl, headed) => {
      const body = Buffer.concat([Buffer.from(scrawl), noise]);
      const file = headed ? Buffer.concat([Buffer.from(`${BIOMETRIC}\n`), body]) : body;
      await withFiles(
        { "a.csv": file, "b.csv": Buffer.from(file.toString("latin1"), "utf16le") },
        async (folder) => {
          const { quality, files, refused } = await importFiles([folder], options);
          assertIdentity(quality);
          assert.equal(files.length + refused.length, 2);
          if (headed) assert.equal(files.length, 1);
        },
      );
    }),
    { numRuns: 300 },
  );
});

test("a line of ten megabytes is one rejected line, and the next is read", async () => {
  for (const byte of ["9", '"', ","]) {
    const text = `${BIOMETRIC}\n${byte.repeat(10_000_000)}\n01-03-2025,Tamil Nadu,Chennai,600001,1,2\n`;
    await withFiles({ "a.csv": text }, async (folder) => {
      const { quality } = await importFiles([folder], options);
      assert.equal(quality.rowsRead, 2);
      assert.deepEqual(
        quality.reasons.map(({ code, rows }) => [code, rows]),
        [["LINE_TOO_LONG", 1]],
      );
      assert.equal(quality.rowsKept, 1);
    });
  }
});

test("many lines of one place and day with other counts are told apart in one pass", async () => {
  const lines = Array.from(
    { length: 60_000 },
    (_, n) => `01-03-2025,Tamil Nadu,Chennai,600001,${n % 50_000},${n % 3}`,
  );
  await withFiles({ "a.csv": [BIOMETRIC, ...lines].join("\n") }, async (folder) => {
    const { quality, rows } = await importFiles([folder], options);
    const distinct = new Set(lines).size;
    assert.equal(quality.duplicates, lines.length - distinct);
    assert.equal(quality.rowsKept, distinct);
    assert.equal(rows.date.length, 1);
  });
});
