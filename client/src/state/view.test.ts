import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { METRICS } from "./metric.ts";
import { FIRST_VIEW, formatView, parseView, type View } from "./view.ts";

const place = fc.oneof(
  fc.constant("IN"),
  fc.stringMatching(/^IN-[A-Z]{2}$/),
  fc.stringMatching(/^IN-[A-Z]{2}\/[a-z0-9-]{1,20}$/),
  fc.stringMatching(/^[0-9]{6}$/),
);
const view: fc.Arbitrary<View> = fc
  .tuple(place, fc.constantFrom(...METRICS), fc.constantFrom("EN" as const, "HI" as const))
  .map(([place, metric, language]) => ({ place, metric, language }));

test("an address gives back the view it was made of", () => {
  fc.assert(fc.property(view, (one) => assert.deepEqual(parseView(formatView(one)), one)));
});

test("an address reads as one would write it", () => {
  assert.equal(
    formatView({ place: "IN-MH/pune", metric: "ENROLMENT_AGE_0_5", language: "HI" }),
    "?place=IN-MH/pune&metric=enrolment-age-0-5&lang=hi",
  );
  assert.equal(formatView(FIRST_VIEW), "");
});

test("what an address does not say, or says wrongly, is as in the first view", () => {
  assert.deepEqual(parseView(""), FIRST_VIEW);
  assert.deepEqual(parseView("?place=%3Cscript%3E&metric=money&lang=fr&more=1"), FIRST_VIEW);
  assert.deepEqual(parseView("?place=411001&metric=money"), { ...FIRST_VIEW, place: "411001" });
});

test("any address is read without failing", () => {
  fc.assert(
    fc.property(fc.string(), (text) =>
      assert.deepEqual(Object.keys(parseView(text)), Object.keys(FIRST_VIEW)),
    ),
  );
});
