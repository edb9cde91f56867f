import assert from "node:assert/strict";
import { test } from "node:test";
import { fixtureGazetteer } from "../../data/activity/fixture.ts";
import { explain } from "./explain.ts";
import { joinDays } from "./findings.ts";
import type { Found } from "./gate.ts";
import { type FindingKind, NATION } from "./parameters.ts";
import { decodeFindings, EDITION, encodeFindings, placeOf } from "./results.ts";

const found = (day: number, p: number, kind: FindingKind = "SPIKE", place = 1): Found => ({
  level: "PINCODE",
  candidate: { place, day, kind, p, observed: 90, expected: 12.4, lower: 2, upper: 30, score: day },
  q: p * 10,
});

test("days of one place and kind are one finding, of its strangest day, unless too far apart", () => {
  const days = [
    found(10, 1e-3),
    found(12, 1e-6),
    found(20, 1e-4),
    found(11, 1e-3, "DROP"),
    found(11, 1e-3, "SPIKE", 2),
  ];
  const findings = joinDays(days, "ENROLMENT", NATION);
  assert.deepEqual(
    findings.map(({ place, kind, from, to, peak, p }) => [place, kind, from, to, peak, p]),
    [
      [1, "SPIKE", 10, 12, 12, 1e-6],
      [1, "SPIKE", 20, 20, 20, 1e-4],
      [1, "DROP", 11, 11, 11, 1e-3],
      [2, "SPIKE", 11, 11, 11, 1e-3],
    ],
  );
});

const gazetteer = fixtureGazetteer();
const findings = joinDays([found(10, 1e-6)], "BIOMETRIC_UPDATE", NATION);

test("findings are stored by the codes of their places, and read back", () => {
  const watched = { first: 20_000, judged: 5, findings, alerts: [[0]] };
  const text = encodeFindings(watched, gazetteer);
  assert.deepEqual(decodeFindings(text, gazetteer), watched);
  assert.equal(placeOf(gazetteer, findings[0]!).code, "100002");
  assert.ok(text.includes('"code":"100002"'));
});

test("what cannot be read is refused", () => {
  const text = encodeFindings({ first: 20_000, judged: 5, findings, alerts: [[0]] }, gazetteer);
  const bad = [
    "",
    "{",
    "{}",
    text.replace(`"edition":${EDITION}`, '"edition":0'),
    text.replace("100002", "999999"),
    text.replace("[[0]]", "[[1]]"),
  ];
  for (const one of bad)
    assert.throws(() => decodeFindings(one, gazetteer), { code: "DATA_NOT_READY" }, one.slice(0, 40));
});

test("a finding is told in both languages, with its figures", () => {
  for (const kind of ["SPIKE", "DROP", "LEVEL_SHIFT", "SILENCE"] as const) {
    const [one] = joinDays([found(10, 1.2e-6, kind)], "BIOMETRIC_UPDATE", NATION);
    const english = explain(one!, 20_000, "Medak", "EN");
    assert.match(english, /Medak.*biometric updates|biometric updates in Medak/);
    assert.match(english, /2024-10-14/);
    assert.match(english, / 12\b/);
    assert.match(english, /8,00,000/);
    assert.match(explain(one!, 20_000, "मेदक", "HI"), /मेदक.*बायोमेट्रिक अद्यतन/);
  }
});
