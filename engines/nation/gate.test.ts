import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { benjaminiHochberg } from "../statistics/benjamini-hochberg.ts";
import { type Candidate, createTests, noteJudged } from "./candidates.ts";
import { findOfDay, simes, type Tree } from "./gate.ts";

const candidate = (place: number, p: number): Candidate => ({
  place,
  day: 0,
  kind: "SPIKE",
  p,
  observed: 50,
  expected: 10,
  lower: 3,
  upper: 20,
  score: 1,
});

/** One day: two states of two districts with `each` pincodes each; chances by level, NaN where not judged. */
function treeOf(
  chances: Readonly<Record<"country" | "states" | "districts" | "pincodes", readonly number[]>>,
): Tree {
  const level = (list: readonly number[]) => {
    const tests = createTests(list.length, 1);
    list.forEach((p, place) => {
      if (Number.isNaN(p)) return;
      noteJudged(tests, place, 0);
      if (p <= 0.02) tests.candidates[0]!.push(candidate(place, p));
    });
    return tests;
  };
  const each = chances.pincodes.length / chances.districts.length;
  return {
    country: level(chances.country),
    states: level(chances.states),
    districts: level(chances.districts),
    pincodes: level(chances.pincodes),
    stateOf: Uint16Array.from(chances.districts, (_, at) => at >> 1),
    districtOf: Uint16Array.from(chances.pincodes, (_, at) => Math.floor(at / each)),
    stateCount: chances.states.length,
  };
}

const quiet = { country: [0.5], states: [0.5, 0.5], districts: [0.5, 0.5, 0.5, 0.5] };
const ones = (count: number) => Array<number>(count).fill(0.5);

test("Simes: the least of p(i) m / i", () => {
  assert.equal(simes([0.01], 10), 0.1);
  assert.equal(simes([0.03, 0.01], 4), 0.04);
  assert.equal(simes([], 4), 1);
  assert.equal(simes([0.5], 4), 1);
});

test("one strange pincode is found though all above it is quiet, and nothing else is", () => {
  const pincodes = ones(40);
  pincodes[17] = 1e-6;
  const found = findOfDay(treeOf({ ...quiet, pincodes }), 0, 0.1);
  assert.deepEqual(
    found.map(({ level, candidate: { place } }) => [level, place]),
    [["PINCODE", 17]],
  );
  assert.ok(found[0]!.q > 1e-6 && found[0]!.q <= 0.1);
});

test("a chance that is small by itself, but not among so many, is none", () => {
  const pincodes = ones(40);
  pincodes[17] = 0.004;
  assert.deepEqual(findOfDay(treeOf({ ...quiet, pincodes }), 0, 0.1), []);
});

test("each level finds its own", () => {
  const tree = treeOf({
    country: [1e-8],
    states: [1e-9, 0.5],
    districts: [1e-9, 0.5, 0.5, 0.5],
    pincodes: ones(8),
  });
  const found = findOfDay(tree, 0, 0.1).map(({ level, candidate: { place } }) => `${level} ${place}`);
  assert.deepEqual(found.toSorted(), ["COUNTRY 0", "DISTRICT 0", "STATE 0"]);
});

const chance = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0.02, max: 1, noNaN: true }) },
  { weight: 2, arbitrary: fc.double({ min: 1e-9, max: 0.02, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const list = (length: number) => fc.array(chance, { minLength: length, maxLength: length });
const chances = fc.record({ country: list(1), states: list(2), districts: list(4), pincodes: list(24) });

test("a higher rate finds no less; every q is at most the rate and no less than its chance", () => {
  fc.assert(
    fc.property(chances, (drawn) => {
      const keys = (rate: number) =>
        findOfDay(treeOf(drawn), 0, rate).map(({ level, candidate: { place, p }, q }) => {
          assert.ok(q <= rate && q >= p * 0.999);
          return `${level} ${place}`;
        });
      const wide = new Set(keys(0.2));
      for (const key of keys(0.05)) assert.ok(wide.has(key), key);
    }),
  );
});

test("of one family it is Benjamini and Hochberg's procedure", () => {
  fc.assert(
    fc.property(list(20), (states) => {
      const tree = treeOf({ country: [Number.NaN], states, districts: [], pincodes: [] });
      const flat = { ...tree, stateOf: new Uint16Array(0), districtOf: new Uint16Array(0) };
      const found = findOfDay(flat, 0, 0.02).filter(({ level }) => level === "STATE");
      const q = benjaminiHochberg(Float64Array.from(states));
      const expected = [...q.keys()].filter((at) => q[at]! <= 0.02);
      assert.deepEqual(
        found.map(({ candidate: { place } }) => place).toSorted((a, b) => a - b),
        expected,
      );
    }),
  );
});
