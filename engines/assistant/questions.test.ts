import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGazetteer } from "../../data/places/gazetteer.ts";
import { isDevanagari } from "../../data/places/search/romanise.ts";
import { COLUMNS, differences, isUnanswerable, loadLabelled, readLabelled } from "./labelled.ts";
import { INTENTS } from "./understood.ts";

const labelled = loadLabelled();
const read = labelled.map((label) => ({ label, wrong: differences(label, readLabelled(label)) }));
const shown = (wrong: typeof read) =>
  wrong.map(({ label, wrong: columns }) => `${label.question}: ${[...columns].join(" ")}`).join("\n");

test("there are over 330 labelled questions, each once, of every intent, in both languages, some leaning on another", () => {
  assert.ok(labelled.length >= 330);
  assert.equal(
    new Set(labelled.map(({ question, previous }) => `${question}\t${previous}`)).size,
    labelled.length,
  );
  const intents = new Set(labelled.flatMap((label) => label.intents));
  for (const intent of INTENTS) assert.ok(intents.has(intent), intent);
  assert.ok(labelled.filter(({ question }) => isDevanagari(question)).length >= 60);
  assert.ok(labelled.filter(({ previous }) => previous !== "").length >= 30);
  assert.ok(labelled.filter(isUnanswerable).length >= 70);
  const codes = labelled.flatMap(({ places }) => places.split(",")).filter((code) => code !== "");
  for (const code of codes) assert.ok(loadGazetteer().find(code), code);
});

test("95 of 100 are read rightly in every column", () => {
  for (const column of COLUMNS) {
    const wrong = read.filter((one) => one.wrong.has(column));
    assert.ok(wrong.length <= 0.05 * read.length, `${column}:\n${shown(wrong)}`);
  }
});

test("every unanswerable one is refused or asked back", () => {
  const answered = labelled
    .filter(isUnanswerable)
    .filter((label) => !["OUT_OF_SCOPE", "UNSURE"].includes(readLabelled(label).intent));
  assert.deepEqual(
    answered.map(({ question }) => question),
    [],
  );
});
