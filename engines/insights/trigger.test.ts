import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { fixtureGazetteer } from "../../data/activity/fixture.ts";
import { type Assessed, assessNation } from "../nation/assess.ts";
import { demographicDays } from "../nation/beside.ts";
import { watchedStore } from "../nation/fixture.ts";
import { NationRisk } from "../nation/risk.ts";
import { watchNation } from "../nation/watch.ts";
import { RISK_WEIGHTS, SECTORS, termsOf } from "../risk/formulas.ts";
import { COMPONENT_WORDS } from "../risk/words.ts";
import { nearestOfAll } from "../spatial/neighbour-matrix.ts";
import { leadingTerm, triggerOf } from "./trigger.ts";

describe("the finding that a step answers", () => {
  const gazetteer = fixtureGazetteer();
  const store = watchedStore(gazetteer, "100003");
  let assessed: Assessed;
  let risk: NationRisk;
  before(async () => {
    const nearest = nearestOfAll(gazetteer);
    assessed = await assessNation(store, await watchNation(store), await demographicDays(store), nearest);
    risk = new NationRisk(assessed, gazetteer);
  });

  test("of a pincode names the component that gives most points", () => {
    for (const place of gazetteer.pincodes)
      for (const sector of SECTORS) {
        const points = termsOf(RISK_WEIGHTS.sectors[sector]).map(
          ([component, weight]) => weight * assessed.scores.components[component][place.index]!,
        );
        const leading = leadingTerm(risk, place, sector);
        assert.equal(leading?.points ?? 0, Math.max(...points));
        const sum = points.reduce((all, one) => all + one, 0);
        assert.ok(Math.abs(sum - risk.sector(place, sector)) < 1e-9, "the points are the score's");
        const trigger = triggerOf(risk, place, sector)!;
        for (const language of ["EN", "HI"] as const) {
          assert.ok(trigger[language].includes(risk.sector(place, sector).toFixed(0)));
          if (leading === null) continue;
          assert.ok(trigger[language].includes(`“${COMPONENT_WORDS[leading.component][language]}”`));
          assert.ok(trigger[language].includes(leading.points.toFixed(0)));
        }
      }
    const spiky = gazetteer.find("100003")!;
    assert.deepEqual(leadingTerm(risk, spiky, "ELECTORAL"), { component: "enrolmentsOfAdults", points: 25 });
    assert.equal(leadingTerm(risk, spiky, "EDUCATION")?.component, "missingBiometricUpdates");
  });

  test("of a place above says of how many pincodes its score is the mean", () => {
    const [one] = gazetteer.districts;
    assert.equal(leadingTerm(risk, one!, "HUNGER"), null);
    assert.match(triggerOf(risk, gazetteer.country, "HUNGER")!.EN, /the mean of 4 pincodes/);
    assert.match(triggerOf(risk, one!, "HUNGER")!.HI, /यह 1 पिनकोडों/);
  });

  test("is none without a score", () => {
    const none = assessed.scores.sectors.HUNGER.map(() => Number.NaN);
    const scores = { ...assessed.scores, sectors: { ...assessed.scores.sectors, HUNGER: none } };
    const place = gazetteer.pincodes[0]!;
    assert.equal(triggerOf(new NationRisk({ ...assessed, scores }, gazetteer), place, "HUNGER"), null);
  });
});
