import assert from "node:assert/strict";
import { test } from "node:test";
import { contextOf } from "./labelled.ts";
import { readQuestion } from "./reading.ts";

const intent = (text: string) => readQuestion(text, contextOf()).intent;

test("one question of each intent, in English and Hindi", () => {
  for (const [text, expected] of [
    ["how many enrolments in Bihar", "VALUE"],
    ["नामांकन का रुझान", "TREND"],
    ["top districts by enrolment", "RANKING"],
    ["बिहार और झारखंड की तुलना", "COMPARISON"],
    ["share of adults in enrolment", "SHARE"],
    ["पटना का जोखिम", "RISK"],
    ["alerts in Assam", "ANOMALIES"],
    ["अगले महीने कितने नामांकन होंगे", "FORECAST"],
    ["population of Bihar in 2030", "PROJECTION"],
    ["hospital beds needed in Gaya", "PLANNING"],
    ["which dates are missing", "DATA_QUALITY"],
    ["अलर्ट का मतलब", "DEFINITION"],
    ["मदद", "HELP"],
  ]) {
    assert.equal(intent(text!).intent, expected, text);
  }
});

test("what is said weighs more than what is supposed", () => {
  assert.ok(intent("trend of enrolments in Bihar").score >= 3);
  assert.ok(intent("enrolments in Bihar").score < 3);
  assert.equal(intent("hello, show anomalies in Patna").intent, "ANOMALIES");
});
