import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY_KINDS } from "../store.ts";
import { SpokenDays } from "./align.ts";

/** A calendar written as letters from day 100 on: S silent, C covered, R reported, B batch. */
const calendar = (letters: string) =>
  new SpokenDays({
    from: 100,
    kinds: Uint8Array.from(letters, (letter) => DAY_KINDS.findIndex((kind) => kind.startsWith(letter))),
  });

const range = (from: number, to: number) => ({ from, to });

test("a batch speaks for itself and the days it covers, a report for its day", () => {
  const spoken = calendar("BCCRSCR");
  assert.equal(spoken.within(range(100, 106)), 6);
  assert.equal(spoken.within(range(100, 100)), 4);
  assert.equal(spoken.within(range(101, 102)), 0);
  assert.equal(spoken.within(range(0, 99)), 0);
  assert.equal(spoken.within(range(106, 900)), 1);
});

test("the beginning moves until as many days are spoken for, and no further", () => {
  const spoken = calendar("RRSSRRSRR");
  assert.deepEqual(spoken.align(range(106, 108), 2), range(106, 108));
  assert.deepEqual(spoken.align(range(106, 108), 4), range(104, 108));
  assert.deepEqual(spoken.align(range(104, 108), 1), range(108, 108));
  assert.deepEqual(spoken.align(range(104, 106), 3), range(101, 106));
});

test("where no number is equal the nearest serves, the shorter of two as near", () => {
  assert.deepEqual(calendar("BCCBC").align(range(104, 104), 3), range(103, 104));
  assert.deepEqual(calendar("BCBC").align(range(102, 103), 3), range(102, 103));
  assert.deepEqual(calendar("BCCBCCC").align(range(106, 106), 7), range(100, 106));
});

test("data that do not reach back far enough give what they have; none leave the range alone", () => {
  assert.deepEqual(calendar("SRR").align(range(102, 102), 9), range(101, 102));
  assert.deepEqual(calendar("SSR").align(range(90, 101), 5), range(90, 101));
  assert.deepEqual(calendar("RRR").align(range(101, 101), 0), range(101, 101));
});
