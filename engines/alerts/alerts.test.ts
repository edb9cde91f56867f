import assert from "node:assert/strict";
import { test } from "node:test";
import { fixtureGazetteer } from "../../data/activity/fixture.ts";
import type { PlacedFinding } from "../nation/catalogue.ts";
import type { FindingKind } from "../nation/parameters.ts";
import { alertsOf, groupFindings } from "./alerts.ts";
import { ALERT_POLICY, directionOf, severityOf } from "./policy.ts";

const gazetteer = fixtureGazetteer();

function finding(
  code: string,
  [from, to]: readonly [number, number],
  given: Partial<Pick<PlacedFinding, "kind" | "metric" | "observed" | "q">> = {},
): PlacedFinding {
  const at = gazetteer.find(code)!;
  return {
    ...{ level: at.level, place: at.index, at, from, to, peak: to },
    ...{ metric: "ENROLMENT", kind: "SPIKE" as FindingKind, observed: 60, expected: 20, lower: 5, upper: 40 },
    ...{ p: 1e-6, q: 1e-4, score: 3 },
    ...given,
  };
}
const told = (findings: readonly PlacedFinding[]) =>
  alertsOf(findings, groupFindings(findings, gazetteer)).map(({ lead, from, to, findings: held, severity }) =>
    [lead.at.code, from, to, held.length, severity].join(" "),
  );

test("severity goes by persons, and a step less where it is not sure", () => {
  const of = (observed: number, q: number | null) =>
    severityOf(finding("100001", [1, 1], { observed, q }), ALERT_POLICY);
  assert.deepEqual(
    [of(60, 0.001), of(120, 0.001), of(1020, 0.001), of(1020, 0.05), of(60, 0.05), of(1020, null)],
    ["NOTICE", "WARNING", "CRITICAL", "WARNING", "NOTICE", "CRITICAL"],
  );
});

test("a direction is up, down or apart", () => {
  assert.equal(directionOf(finding("100001", [1, 1])), "UP");
  assert.equal(directionOf(finding("100001", [1, 1], { observed: 3 })), "DOWN");
  assert.equal(directionOf(finding("100001", [1, 1], { kind: "GHOST_POPULATION" })), "APART");
});

test("a district and its pincodes on the same or following days are one alert, led by the district", () => {
  const findings = [
    finding("100001", [10, 11]),
    finding("IN-AA/one", [10, 10], { observed: 200 }),
    finding("100001", [14, 14]),
  ];
  assert.deepEqual(told(findings), ["IN-AA/one 10 14 3 WARNING"]);
});

test("other datasets, directions, places and days are other alerts, the newest first", () => {
  const findings = [
    finding("100001", [10, 10]),
    finding("100001", [10, 10], { metric: "BIOMETRIC_UPDATE" }),
    finding("100001", [10, 10], { observed: 2 }),
    finding("100003", [10, 10]),
    finding("100001", [30, 31]),
  ];
  assert.deepEqual(told(findings), [
    "100001 30 31 1 NOTICE",
    "100001 10 10 1 NOTICE",
    "100001 10 10 1 NOTICE",
    "100001 10 10 1 NOTICE",
    "100003 10 10 1 NOTICE",
  ]);
});

test("the country takes nothing of its states", () => {
  assert.equal(told([finding("IN", [10, 10]), finding("IN-AA", [10, 10])]).length, 2);
});

test("what follows within the cooldown goes on, unless it is more severe", () => {
  const first = finding("100001", [10, 10]);
  assert.deepEqual(told([first, finding("100001", [16, 16])]), ["100001 10 16 2 NOTICE"]);
  assert.deepEqual(told([first, finding("100001", [16, 16], { observed: 900 })]), [
    "100001 16 16 1 WARNING",
    "100001 10 10 1 NOTICE",
  ]);
  assert.equal(told([first, finding("100001", [18, 18])]).length, 2);
});

test("outliers over the whole dataset are no alerts", () => {
  const over = (kind: PlacedFinding["kind"]) => finding("100001", [0, 40], { kind });
  assert.deepEqual(told([over("SPATIAL_OUTLIER"), over("PROFILE_OUTLIER")]), []);
});
