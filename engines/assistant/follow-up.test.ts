import assert from "node:assert/strict";
import { test } from "node:test";
import { contextOf } from "./labelled.ts";
import { understand } from "./understand.ts";

const ask = (...questions: string[]) => {
  let read = understand(questions[0]!, contextOf());
  for (const question of questions.slice(1)) read = understand(question, contextOf(read));
  return read;
};
const brief = (...questions: string[]) => {
  const { intent, places, metric, period } = ask(...questions);
  return [intent, places.map(({ code }) => code).join(), metric, period.words].join(" ");
};

test("what a follow-up leaves open is as before, also over several", () => {
  assert.equal(
    brief("enrolments in Kerala in May", "and Bihar?", "biometric?", "what about last month?"),
    "VALUE IN-BR BIOMETRIC_UPDATE last month",
  );
  assert.equal(brief("top 5 districts of Bihar by enrolment", "and the states?"), "RANKING IN-BR ENROLMENT ");
});

test("a complete question leans on nothing", () => {
  const read = ask("enrolments in Kerala in May", "biometric updates in Bihar");
  assert.deepEqual([read.followsUp, read.period.kind], [false, "ALL"]);
});

test("a band narrows the metric before, a place joins those compared", () => {
  assert.equal(
    brief("biometric updates in Gujarat", "only adults"),
    "VALUE IN-GJ BIOMETRIC_UPDATE_AGE_17_PLUS ",
  );
  assert.equal(
    brief("compare Patna and Gaya on enrolment", "and Nalanda"),
    "COMPARISON IN-BR/patna,IN-BR/gaya,IN-BR/nalanda ENROLMENT ",
  );
});

test("an addition to nothing is asked back", () => {
  assert.equal(ask("and Bihar?").reason, "NO_PREVIOUS");
  assert.equal(ask("what is the weather", "and Bihar?").reason, "NO_PREVIOUS");
});

test("the metric asked back is answered by naming it", () => {
  assert.equal(
    brief("how many updates in Patna last month", "demographic"),
    "VALUE IN-BR/patna DEMOGRAPHIC_UPDATE last month",
  );
});
