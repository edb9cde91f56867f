import assert from "node:assert/strict";
import { test } from "node:test";
import type { Metric } from "../../data/activity/metric.ts";
import type { Component } from "../risk/components.ts";
import { RISK_WEIGHTS, SECTORS, termsOf } from "../risk/formulas.ts";
import { MINISTRIES } from "./ministries.ts";

/** The metric whose updates or enrolments a component is of; flags are of none. */
const METRIC_OF: Readonly<Partial<Record<Component, Metric>>> = {
  missingBiometricUpdates: "BIOMETRIC_UPDATE_AGE_5_17",
  demographicUpdatesOfChildren: "DEMOGRAPHIC_UPDATE_AGE_5_17",
  demographicUpdatesOfAdults: "DEMOGRAPHIC_UPDATE_AGE_17_PLUS",
  biometricUpdatesOfAdults: "BIOMETRIC_UPDATE_AGE_17_PLUS",
  enrolmentsOfAdults: "ENROLMENT_AGE_18_PLUS",
  demographicUpdatesPerEnrolment: "DEMOGRAPHIC_UPDATE",
};

test("each sector has one ministry, with the metric that its formula gives most points for", () => {
  assert.deepEqual(
    MINISTRIES.map(({ sector }) => sector),
    SECTORS,
  );
  for (const { sector, metric, why } of MINISTRIES) {
    const terms = termsOf(RISK_WEIGHTS.sectors[sector]);
    const most = Math.max(...terms.map(([, points]) => points));
    const [leading] = terms.find(([, points]) => points === most)!;
    assert.equal(metric, METRIC_OF[leading], sector);
    assert.match(why.EN, new RegExp(`\\b${most} of the 100 points`));
    assert.match(why.HI, new RegExp(`100 में से ${most} अंक`));
  }
});
