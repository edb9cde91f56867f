import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { graduate } from "./ages.ts";
import { apportion } from "./apportion.ts";
import { lifeTable } from "./life-table.ts";
import { fertilitySchedule, MIGRATION_SCHEDULE } from "./schedules.ts";
import { declineBetween, fertilityAfter } from "./vital-path.ts";

test("a fertility schedule gives one child at the mean age asked for", () => {
  for (const mean of [24, 27.5, 34]) {
    const rates = fertilitySchedule(mean);
    const total = rates.reduce((sum, rate) => sum + rate, 0);
    const average = rates.reduce((sum, rate, age) => sum + rate * (age + 0.5), 0);
    assert.ok(Math.abs(total - 1) < 1e-9);
    assert.ok(Math.abs(average - mean) < 0.1);
    assert.ok(rates.every((rate, age) => (age >= 15 && age < 50 ? rate > 0 : rate === 0)));
  }
});

test("people move most in their twenties", () => {
  const top = MIGRATION_SCHEDULE.indexOf(Math.max(...MIGRATION_SCHEDULE));
  assert.ok(top >= 20 && top < 30);
});

test("graduated ages keep each band's sum and are never negative", () => {
  const { lived } = lifeTable({ level: -0.9, infant: null }, "MALE");
  const band = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(fc.array(band, { minLength: 17, maxLength: 17 }), (bands) => {
      const ages = graduate(bands, lived);
      assert.ok(ages.every((persons) => persons >= 0));
      bands.forEach((persons, index) => {
        const end = index === 16 ? 101 : index * 5 + 5;
        const sum = ages.slice(index * 5, end).reduce((all, one) => all + one, 0);
        assert.ok(Math.abs(sum - persons) < 1e-6 * (1 + persons));
      });
    }),
  );
});

test("fertility falls to its floor, never below, and what lies below stays", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 6.5, noNaN: true }),
      fc.double({ min: 0, max: 0.3, noNaN: true }),
      fc.integer({ min: 0, max: 40 }),
      (rate, decline, years) => {
        const later = fertilityAfter(rate, 1.7, decline, years);
        assert.ok(later <= rate + 1e-9 && later >= Math.min(rate, 1.7));
      },
    ),
  );
  const decline = declineBetween(4, 2.5, 1.7, 16);
  assert.ok(Math.abs(fertilityAfter(4, 1.7, decline, 16) - 2.5) < 1e-9);
});

test("apportioned persons add up and stray by less than one from their proportion", () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), weights, (total, given) => {
      const shares = apportion(total, given);
      const all = given.reduce((sum, weight) => sum + weight, 0);
      assert.equal(
        shares.reduce((sum, share) => sum + share, 0),
        total,
      );
      shares.forEach((share, index) => {
        const exact = all === 0 ? total / given.length : (total * given[index]!) / all;
        assert.ok(share >= 0 && Math.abs(share - exact) < 1);
      });
    }),
  );
});
