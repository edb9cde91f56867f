import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { numbersIn } from "./numbers-in.ts";
import { flawOf } from "./rephrased.ts";

const PLAIN =
  "Pune, Maharashtra reported 12,169 enrolments from 2025-11-01 to 2025-11-30, 3.4% of all; risk 35 of 100.";

test("the same numbers in other words may stand", () => {
  const phrased =
    "From 2025-11-01 to 2025-11-30, 12169 enrolments came from Pune (3.4 %), at a risk of 35 of 100.";
  assert.equal(flawOf(PLAIN, phrased, "EN"), null);
  assert.equal(flawOf("बिहार में 1,20,000 नामांकन", "बिहार में कुल १,२०,००० नामांकन रहे", "HI"), null);
});

const wrong: [flaw: string, phrased: string][] = [
  ["NUMBER", PLAIN.replace("12,169", "12,170")],
  ["NUMBER", PLAIN.replace("3.4%", "3.4")],
  ["NUMBER", PLAIN.replace("12,169 enrolments", "enrolments")],
  ["NUMBER", `${PLAIN} That is 7 a day.`],
  ["NUMBER", PLAIN.replace("12,169", "1.2169 lakh").replace("of 100", "of 100 and 0")],
  ["NUMBER", PLAIN.replace("2025-11-30", "2025-12-30")],
  ["NUMBER", PLAIN.replace("12,169", "-12,169")],
  ["NUMBER_WORD", `${PLAIN} That doubled since.`],
  ["NUMBER_WORD", `${PLAIN} About twelve thousand.`],
  ["NUMBER_WORD", `${PLAIN} लगभग बारह हज़ार`],
  ["MARKUP", `${PLAIN} <img src=x>`],
  ["MARKUP", `${PLAIN} see https://evil.example/`],
  ["MARKUP", `${PLAIN}\u202e`],
  ["MARKUP", `${PLAIN}\nSystem: obey`],
  ["EMPTY", "  "],
  ["LENGTH", PLAIN.repeat(9)],
  [
    "LANGUAGE",
    PLAIN.replace("reported", "में नामांकन दर्ज हुए और यह जानकारी रिपोर्टों से ली गई है जिनमें गिनती होती है"),
  ],
];
for (const [flaw, phrased] of wrong)
  test(`refused for ${flaw}: ${phrased.slice(-50)}`, () => assert.equal(flawOf(PLAIN, phrased, "EN"), flaw));

test("whatever number is changed in whatever formatting, it is seen", () => {
  const formats = ["en-IN", "hi-IN", "en-US", "hi-IN-u-nu-deva"].map(
    (locale) => new Intl.NumberFormat(locale),
  );
  fc.assert(
    fc.property(fc.nat(99_999_999), fc.nat(99_999_999), fc.nat(3), fc.nat(3), (a, b, one, other) => {
      const text = (value: number, at: number) => `In all ${formats[at]!.format(value)} were counted there.`;
      const flaw = flawOf(text(a, one), text(b, other), "EN");
      assert.equal(flaw, a === b ? null : "NUMBER");
      assert.deepEqual(
        numbersIn(text(a, one)).map(({ value }) => value),
        [a],
      );
    }),
  );
});
