import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { expectancyOf, infantOfLevel, lifeTable, SEX_DISTANCE } from "./life-table.ts";
import { expectancyAfter, levelOf } from "./vital-path.ts";

const levels = fc.double({ min: -2.5, max: 0.5, noNaN: true });
const infants = fc.option(fc.double({ min: 1, max: 300, noNaN: true }));

test("survivors only fall, and every share who live on is between 0 and 1", () => {
  fc.assert(
    fc.property(levels, infants, (level, infant) => {
      const { survivors, survival } = lifeTable({ level, infant }, "MALE");
      survivors.slice(1).forEach((alive, age) => {
        assert.ok(alive <= survivors[age]! && alive >= 0);
      });
      assert.ok(survival.every((share) => share >= 0 && share <= 1));
    }),
  );
});

test("infant mortality is as given", () => {
  const { survivors } = lifeTable({ level: -0.9, infant: 28 }, "FEMALE");
  assert.ok(Math.abs(1 - survivors[1]! - 0.028) < 1e-12);
});

test("Brass's standard with level 0 is the standard", () => {
  const women = lifeTable({ level: SEX_DISTANCE, infant: null }, "FEMALE");
  assert.ok(Math.abs(women.survivors[60]! - 0.3965) < 1e-6);
  assert.ok(Math.abs(women.survivors[1]! - 0.8499) < 1e-6);
});

test("women outlive men by the 2.8 years of the life tables of 2012-16", () => {
  const mortality = { level: levelOf(68.7), infant: null };
  const gap = lifeTable(mortality, "FEMALE").expectancy - lifeTable(mortality, "MALE").expectancy;
  assert.ok(Math.abs(gap - 2.8) < 0.1, `${gap}`);
});

test("level and expectation of life are each other's inverse", () => {
  fc.assert(
    fc.property(fc.double({ min: 40, max: 85, noNaN: true }), (years) => {
      assert.ok(Math.abs(expectancyOf({ level: levelOf(years), infant: null }) - years) < 0.01);
    }),
  );
});

test("a gain is full at 69 years, less above, and goes back the way it came", () => {
  assert.ok(Math.abs(expectancyAfter(69, 0.25, 0.01) - 69.0025) < 1e-5);
  assert.ok(expectancyAfter(80, 0.25, 1) - 80 < 0.13);
  assert.ok(Math.abs(expectancyAfter(expectancyAfter(70, 0.3, 7), 0.3, -7) - 70) < 1e-9);
});

test("the infant mortality of the level that fits 68.7 years is near the published 34 of 2016", () => {
  assert.ok(Math.abs(infantOfLevel(levelOf(68.7)) - 34) < 8);
});
