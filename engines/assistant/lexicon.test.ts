import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { METRICS } from "../../data/activity/metric.ts";
import { loadGazetteer } from "../../data/places/gazetteer.ts";
import { isWordOf, LEXICONS, matchesIn, mendableWords } from "./lexicon.ts";
import { normalise, tokensOf } from "./tokens.ts";
import { INTENTS } from "./understood.ts";

const matches = (text: string, lexicon: string) =>
  matchesIn(tokensOf(normalise(text)))
    .filter((match) => match.lexicon === lexicon)
    .map(({ meaning }) => meaning);

const rowsOf = (lexicon: string) =>
  readFileSync(new URL(`./lexicon/${lexicon}.tsv`, import.meta.url), "utf8")
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.split("\t"));

test("every table has its columns, a meaning that is known, a weight, and phrases", () => {
  for (const lexicon of LEXICONS) {
    const [head, ...rows] = rowsOf(lexicon);
    assert.deepEqual(head, ["meaning", "weight", "english", "hindi", "transliterated"], lexicon);
    for (const row of rows) {
      assert.equal(row.length, 5, `${lexicon}: ${row[0]}`);
      assert.ok(Number(row[1]) > 0, `${lexicon}: ${row[0]}`);
      assert.ok(
        row.slice(2).some((phrases) => phrases !== ""),
        `${lexicon}: ${row[0]}`,
      );
    }
  }
  for (const [meaning] of rowsOf("intents").slice(1))
    assert.ok((INTENTS as readonly string[]).includes(meaning!));
  for (const [code] of rowsOf("regions").slice(1)) assert.ok(loadGazetteer().find(code!), code);
  const totals = [...METRICS, "UPDATE"] as readonly string[];
  for (const [meaning] of rowsOf("metrics").slice(1)) assert.ok(totals.includes(meaning!), meaning);
});

test("a longer phrase says what the words in it mean", () => {
  assert.deepEqual(matches("good morning", "scope"), []);
  assert.deepEqual(matches("in the morning", "scope"), ["NOT_IN_DATA"]);
  assert.deepEqual(matches("ghost population", "intents"), ["RISK"]);
});

test("a phrase that tells the intent leaves levels and times to its words", () => {
  assert.deepEqual(matches("which districts", "groupings"), ["DISTRICT"]);
  assert.deepEqual(matches("than last month", "time"), ["LAST", "UNIT:MONTH"]);
});

test("habits of spelling make no difference unless a word is one as it stands", () => {
  assert.deepEqual(matches("panjeekaran", "metrics"), ["ENROLMENT"]);
  assert.deepEqual(matches("least", "rank"), ["ASC"]);
  assert.deepEqual(matches("list", "rank"), []);
  assert.equal(isWordOf("common", "ज़िला", "GENERIC"), true);
});

test("no word is mended into one for which a question is refused", () => {
  assert.equal(mendableWords().has("cricket"), false);
  assert.equal(mendableWords().has("enrolment"), true);
});
