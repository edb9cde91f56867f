import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hasControls, keyOf, LONGEST_QUESTION, normalise, softOf, tokensOf } from "./tokens.ts";

const texts = (text: string) => tokensOf(normalise(text)).map((token) => token.text);

test("words, numbers and the signs between them are told apart", () => {
  assert.deepEqual(texts("Bihar's enrolments, 0-5 (2025)?"), ["bihar", "enrolments", "0", "5", "2025"]);
  assert.deepEqual(texts("top10 in Q2"), ["top", "10", "in", "q", "2"]);
  assert.deepEqual(
    tokensOf("01/03/2025").map(({ gap, number }) => [gap, number]),
    [
      ["", 1],
      ["/", 3],
      ["/", 2025],
    ],
  );
});

test("Devanagari digits, wide letters, joiners and direction marks are read as what they show", () => {
  assert.deepEqual(texts("२०२५ में"), ["2025", "में"]);
  assert.deepEqual(texts("ＢＩＨＡＲ"), ["bihar"]);
  assert.deepEqual(texts("1234\u200b5678\u200b9012"), ["123456789012"]);
  assert.equal(tokensOf(normalise("बि\u200dहार"))[0]!.key, keyOf("बिहार"));
});

test("initials become one word", () => {
  assert.deepEqual(texts("U.P. and J&K"), ["up", "and", "jk"]);
  assert.equal(tokensOf("U.P.")[0]!.capitals, true);
});

test("a key leaves out dots below, a soft one what spellings differ in by habit", () => {
  assert.equal(keyOf("ज़िला"), keyOf("जिला"));
  assert.equal(softOf("enrollment"), softOf("enrolment"));
  assert.equal(softOf("zila"), softOf("jila"));
  assert.notEqual(keyOf("least"), keyOf("list"));
});

test("control signs are noticed, line ends are not", () => {
  assert.equal(hasControls("a\u0000b"), true);
  assert.equal(hasControls("a\tb\r\nc"), false);
});

test("any text gives words, no longer than what is read", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (text) => {
      const tokens = tokensOf(normalise(text));
      assert.ok(tokens.length <= LONGEST_QUESTION * 18);
      for (const token of tokens) assert.ok(token.number === null || Number.isSafeInteger(token.number));
    }),
  );
});
