import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { REPORTED, SILENT } from "../../data/activity/calendar/day-kinds.ts";
import { exposureIn } from "./exposure.ts";

const reported = (days: number) => new Uint8Array(days).fill(REPORTED);
const flat = (days: number, value: number) => new Float64Array(days).fill(value);

function exposure(above: Float64Array, own: Float64Array, expected = flat(above.length, Number.NaN)) {
  const kinds = reported(above.length);
  return exposureIn(
    { counts: above, kinds, expected },
    { place: 0, counts: own, kinds },
    flat(above.length, 0),
  );
}

test("is 1 throughout where nothing lies above, or nothing changes there", () => {
  const own = { place: 0, counts: flat(20, 3), kinds: reported(20) };
  assert.deepEqual(exposureIn(null, own, flat(20, 0)), flat(20, 1));
  assert.deepEqual(exposure(flat(20, 1000), flat(20, 10)), flat(20, 1));
});

test("follows what is shared, and leaves out the place's own", () => {
  const above = flat(20, 10_000);
  above[15] = 20_000;
  assert.ok(Math.abs(exposure(above, flat(20, 10), flat(20, 10_000))[15]! - 2) < 0.01);
  const own = flat(20, 10);
  own[15] = 10_010;
  assert.ok(Math.abs(exposure(above, own, flat(20, 10_000))[15]! - 1) < 0.01);
});

test("of little left it says what was expected", () => {
  const above = flat(20, 100);
  const own = flat(20, 99);
  above[15] = 103;
  assert.ok(Math.abs(exposure(above, own, flat(20, 100))[15]! - 1) < 0.2);
});

test("a day on which the place above files no report keeps the last", () => {
  const kinds = reported(20);
  kinds[12] = SILENT;
  const counts = Float64Array.from({ length: 20 }, (_, at) => 1000 + at * 10);
  const expected = flat(20, Number.NaN);
  const found = exposureIn(
    { counts, kinds, expected },
    { place: 0, counts: flat(20, 1), kinds },
    flat(20, 0),
  );
  assert.equal(found[12], found[11]);
});

test("is within its limits and knows nothing of days to come", () => {
  const days = 30;
  const counts = fc
    .array(fc.nat(5000), { minLength: days, maxLength: days })
    .map((list) => Float64Array.from(list));
  fc.assert(
    fc.property(
      counts,
      counts,
      fc.integer({ min: 9, max: days - 1 }),
      fc.nat(5000),
      (rest, own, at, other) => {
        const above = rest.map((count, day) => count + own[day]!);
        const before = exposure(above, own);
        assert.ok(before.every((one) => one >= 0.02 && one <= 50));
        const changed = above.slice();
        changed[at] = own[at]! + other;
        const after = exposure(changed, own);
        assert.deepEqual(after.subarray(0, at), before.subarray(0, at));
      },
    ),
  );
});
