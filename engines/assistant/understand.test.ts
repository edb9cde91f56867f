import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadGazetteer } from "../../data/places/gazetteer.ts";
import { contextOf, loadLabelled } from "./labelled.ts";
import { understand } from "./understand.ts";
import type { Understood } from "./understood.ts";

const gazetteer = loadGazetteer();
const ask = (question: string, previous?: Understood) => understand(question, contextOf(previous));
const codes = ({ places }: Understood) => places.map(({ code }) => code);
const offered = ({ choices }: Understood) =>
  choices.map((choice) => (choice.kind === "PLACE" ? choice.place.code : choice.metric));

function assertSound(read: Understood): void {
  assert.ok(read.confidence >= 0 && read.confidence <= 1);
  assert.ok(read.places.length <= 4);
  for (const period of [read.period, read.compared]) {
    if (period !== null) assert.ok(Number.isInteger(period.from) && period.from <= period.to);
  }
  if (read.rank !== null) assert.ok(read.rank.count >= 1 && read.rank.count <= 100);
  if (read.horizon !== null) assert.ok(read.horizon.count >= 1 && read.horizon.count <= 365);
  const refused = read.intent === "OUT_OF_SCOPE" || read.intent === "UNSURE";
  assert.equal(read.reason !== null, refused);
  assert.doesNotMatch(JSON.stringify(read), /NaN|\d{10}/);
}

test("namesakes are asked back with each of them, and the answer completes the question", () => {
  const read = ask("enrolments in Aurangabad last month");
  assert.equal(read.reason, "AMBIGUOUS_PLACE");
  assert.deepEqual(offered(read).toSorted(), ["IN-BR/aurangabad", "IN-MH/chhatrapati-sambhajinagar"]);
  const completed = ask("the one in Bihar", read);
  assert.equal(completed.intent, "VALUE");
  assert.deepEqual(codes(completed), ["IN-BR/aurangabad"]);
  assert.deepEqual([completed.metric, completed.period.words], ["ENROLMENT", "last month"]);
});

test("the asker's own place decides between namesakes and stands in for one not named", () => {
  const place = gazetteer.find("IN-HP")!;
  const own = (question: string) => understand(question, { ...contextOf(), place });
  assert.deepEqual(codes(own("biometric updates in Bilaspur")), ["IN-HP/bilaspur"]);
  assert.deepEqual(codes(own("enrolments last month")), ["IN-HP"]);
  assert.deepEqual(codes(own("enrolments in my state")), ["IN-HP"]);
  assert.equal(ask("enrolments in my state").intent, "UNSURE");
});

test("the role's usual metric stands in for one not named", () => {
  const trend = (role: "HEALTH" | "POLICE") => understand("trend in Bihar", { ...contextOf(), role });
  assert.equal(trend("HEALTH").metric, "ENROLMENT_AGE_0_5");
  assert.equal(trend("POLICE").metric, "ACTIVITY");
});

test("an unknown place is asked back with the nearest names, never taken for the country", () => {
  for (const question of ["enrolments in Atlantis", "Narnia enrolments", "biometric updates in 999999"]) {
    const read = ask(question);
    assert.equal(read.intent, "UNSURE", question);
    assert.equal(read.reason, "UNKNOWN_PLACE", question);
    assert.ok(read.choices.length > 0, question);
  }
});

test("a metric left open is asked back", () => {
  assert.deepEqual(offered(ask("how many updates in Patna")), ["DEMOGRAPHIC_UPDATE", "BIOMETRIC_UPDATE"]);
  assert.ok(offered(ask("how many in Patna last month")).includes("ENROLMENT"));
});

test("a personal number is refused and not repeated, however it is written", () => {
  for (const number of [
    "234567890123",
    "2345 6789 0123",
    "2345-6789-0123",
    "२३४५ ६७८९ ०१२३",
    "2345\u200b67890123",
  ]) {
    const read = ask(`whose Aadhaar is ${number}`);
    assert.equal(read.reason, "PERSONAL_DATA", number);
    assert.doesNotMatch(JSON.stringify(read), /2345|0123/);
  }
});

test("what is too long, of control signs only, or blank is refused", () => {
  assert.equal(ask("enrolment in Bihar ".repeat(600)).reason, "TOO_LONG");
  assert.equal(ask("enrolment\u0000 in Bihar").reason, "UNREADABLE");
  for (const text of ["", "   ", "?!…", "😀😀", "\u200b"]) assert.equal(ask(text).reason, "EMPTY", text);
});

test("risk and findings may be asked why, counts may not", () => {
  assert.equal(ask("why is Patna at risk").intent, "RISK");
  assert.equal(ask("why did enrolments fall in Kerala").reason, "CAUSE_UNKNOWN");
  assert.equal(ask("why?", ask("enrolments in Kerala")).reason, "CAUSE_UNKNOWN");
  assert.equal(ask("why?", ask("any alerts in Kerala?")).intent, "ANOMALIES");
});

test("a period outside the data is kept and flagged", () => {
  const { period } = ask("enrolments in Bihar in January 2024");
  assert.equal(period.outside, true);
});

const vocabulary = loadLabelled().flatMap(({ question }) => question.split(/\s+/));
const jumbled = fc.array(fc.constantFrom(...vocabulary), { maxLength: 25 }).map((words) => words.join(" "));

test("any text is borne and read the same twice", () => {
  const texts = fc.oneof(
    jumbled,
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ maxLength: 1200 }),
  );
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      const before = ask(first);
      assertSound(before);
      const read = ask(second, before);
      assertSound(read);
      assert.deepEqual(ask(second, before), read);
    }),
    { numRuns: 300 },
  );
});
