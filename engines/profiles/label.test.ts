import assert from "node:assert/strict";
import { test } from "node:test";
import { profileLabels } from "./label.ts";

const NAMES = [
  { EN: "education", HI: "शिक्षा" },
  { EN: "labour", HI: "श्रम" },
  { EN: "rural", HI: "ग्रामीण" },
];

test("a label names what stands out, the farthest from the mean first", () => {
  const [label] = profileLabels([Float64Array.of(-0.7, 1.6, 0.4)], NAMES);
  assert.deepEqual(label, { EN: "labour very high, education low", HI: "श्रम बहुत अधिक, शिक्षा कम" });
});

test("no more features than asked for", () => {
  const centre = Float64Array.of(0.6, -2, 0.6);
  assert.equal(profileLabels([centre], NAMES, { named: 2 })[0]!.EN, "labour very low, education high");
});

test("a centre near the mean says so", () => {
  assert.deepEqual(profileLabels([Float64Array.of(0.1, -0.2, 0.49)], NAMES), [
    { EN: "near the mean throughout", HI: "सभी क्षेत्रों में औसत के निकट" },
  ]);
});

test("no two profiles share a label", () => {
  const centres = [0.6, 0.7, 0.8].map((z) => Float64Array.of(z, 0, 0));
  assert.deepEqual(
    profileLabels(centres, NAMES).map((label) => label.EN),
    ["education high", "education high (2)", "education high (3)"],
  );
});
