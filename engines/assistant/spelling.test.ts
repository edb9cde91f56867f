import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGazetteer } from "../../data/places/gazetteer.ts";
import { mendSpelling } from "./spelling.ts";
import { normalise, tokensOf } from "./tokens.ts";

function mended(text: string): string[] {
  const tokens = tokensOf(normalise(text));
  return mendSpelling(
    loadGazetteer(),
    tokens,
    tokens.map(() => true),
  ).map((token) => token.text);
}

test("one wrong letter from five on, two from nine, is mended", () => {
  assert.deepEqual(mended("enrolmnt biometrc demografphic"), ["enrolment", "biometric", "demographic"]);
  assert.deepEqual(mended("xyz zzzzz"), ["xyz", "zzzzz"]);
});

test("a place's name is left alone, and so is what would be refused", () => {
  assert.deepEqual(mended("patna lucknow"), ["patna", "lucknow"]);
  assert.deepEqual(mended("crickt"), ["crickt"]);
});
