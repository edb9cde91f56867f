import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { parseDay } from "../activity/day.ts";
import type { ActivityRows } from "../activity/rows.ts";
import { Fault } from "../fault.ts";
import { makeSample, type SampleOptions } from "./make.ts";
import { stateMonths } from "./totals.ts";
import { toyGazetteer } from "./toy-gazetteer.ts";

const gazetteer = toyGazetteer();

function digest({ rows, planted }: ReturnType<typeof makeSample>): string {
  const hash = createHash("sha256");
  for (const column of [rows.date, rows.district, rows.pincode, rows.reports, ...rows.counts])
    hash.update(column.constructor.name).update(column);
  return hash
    .update(JSON.stringify([rows.districts, rows.pincodes, planted]))
    .digest("hex")
    .slice(0, 16);
}

const make = (options?: SampleOptions) => makeSample(gazetteer, options);
const sumOf = ({ counts }: ActivityRows) => counts.map((column) => [...column].reduce((a, b) => a + b, 0));

describe("makeSample", () => {
  const sample = make({ seed: 1 });

  test("gives the same bytes for the same seed: here and wherever this hash was written", () => {
    assert.equal(digest(make({ seed: 1 })), digest(sample));
    assert.equal(digest(sample), "b51508b4fc14e337");
  });

  test("gives other rows for another seed, with the same sums", () => {
    const other = make({ seed: 2 });
    assert.notEqual(digest(other), digest(sample));
    assert.deepEqual(sumOf(other.rows), sumOf(sample.rows));
  });

  test("has the sums of the states the gazetteer knows", () => {
    const known = stateMonths().filter(({ state }) => gazetteer.find(state) !== undefined);
    const due = [0, 1, 2, 3, 4, 5, 6].map((count) =>
      known.reduce((sum, { counts }) => sum + counts[count]!, 0),
    );
    assert.deepEqual(sumOf(sample.rows), due);
  });

  test("repeats 2025 in earlier years on demand, 2025 unchanged", () => {
    const { rows } = make({ seed: 1, rowsFactor: 3 });
    assert.deepEqual(
      sumOf(rows),
      sumOf(sample.rows).map((sum) => 3 * sum),
    );
    const first = parseDay("2025-01-01")!;
    assert.equal(rows.date.filter((day) => day >= first).length, sample.rows.date.length);
    assert.equal(Math.min(...rows.date), parseDay("2023-03-01"));
  });

  test("tells of its progress to the end", () => {
    const told: number[][] = [];
    make({ onProgress: (done, total) => told.push([done, total]) });
    assert.deepEqual(told, [
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  test("refuses options out of range, saying what would be right", () => {
    const fault = (message: RegExp) => (error: unknown) =>
      error instanceof Fault && message.test(error.message);
    assert.throws(() => make({ rowsFactor: 0 }), fault(/rowsFactor 0 .* from 1 to 50/));
    assert.throws(() => make({ rowsFactor: 2.5 }), fault(/rowsFactor 2.5/));
    assert.throws(() => make({ seed: Number.NaN }), fault(/seed NaN/));
  });
});
