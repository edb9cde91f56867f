import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { fixtureGazetteer } from "../../data/activity/fixture.ts";
import { SECTORS } from "../risk/formulas.ts";
import { nearestOfAll } from "../spatial/neighbour-matrix.ts";
import { type Assessed, assessNation } from "./assess.ts";
import { demographicDays } from "./beside.ts";
import { watchedStore } from "./fixture.ts";
import { NationRisk } from "./risk.ts";
import { decodeAssessed, encodeAssessed } from "./risk-table.ts";
import { watchNation } from "./watch.ts";

describe("the risk of every place", () => {
  const gazetteer = fixtureGazetteer();
  const store = watchedStore(gazetteer, "100002");
  let assessed: Assessed;
  let risk: NationRisk;
  before(async () => {
    assessed = await assessNation(
      store,
      await watchNation(store),
      await demographicDays(store),
      nearestOfAll(gazetteer),
    );
    risk = new NationRisk(assessed, gazetteer);
  });
  const place = (code: string) => gazetteer.find(code)!;

  test("takes the spike that surveillance found, and counts of the whole period", () => {
    assert.deepEqual([...assessed.columns.spike], [0, 1, 0, 0]);
    assert.ok(assessed.columns.D17[1]! > 4000 && Number.isNaN(assessed.columns.E05[1]!));
    const spiky = risk.inputs(place("100002"), "HUNGER").find(({ name }) => name === "spike");
    assert.equal(spiky!.value, 1);
    assert.ok(risk.sector(place("100002"), "HUNGER") > risk.sector(place("100001"), "HUNGER"));
  });

  test("is 0 to 100, and above pincodes the mean of theirs, weighted by activity", () => {
    const { composite } = assessed.scores;
    const weighted = (at: readonly number[]) =>
      at.reduce((sum, one) => sum + composite[one]! * assessed.activity[one]!, 0) /
      at.reduce((sum, one) => sum + assessed.activity[one]!, 0);
    for (const [code, pincodes] of [
      ["IN-AA/one", [0]],
      ["IN-AA", [0, 1]],
      ["IN-BB/three", [2, 3]],
      ["IN", [0, 1, 2, 3]],
    ] as const) {
      assert.ok(Math.abs(risk.score(place(code)) - weighted(pincodes)) < 1e-9, code);
      assert.deepEqual(risk.inputs(place(code), "RURAL"), [{ name: "pincodes", value: pincodes.length }]);
    }
    for (const sector of SECTORS)
      for (const score of risk.column("PINCODE", sector)) assert.ok(score >= 0 && score <= 100);
  });

  test("is explained in both languages, with the caveat", () => {
    for (const code of ["100002", "IN-AA"]) {
      assert.match(risk.explain(place(code), "EN"), /^Composite score .*never says anything about persons/);
      assert.match(risk.explain(place(code), "HI"), /समग्र/);
      assert.match(risk.explainSector(place(code), "HUNGER", "EN"), /^Hunger score/);
    }
  });

  test("groups pincodes into profiles and knows each one's peers", () => {
    const pincodes = risk.profiles.reduce((sum, profile) => sum + profile.pincodes, 0);
    assert.equal(pincodes, 4);
    assert.equal(risk.profile(place("IN-AA")), null);
    assert.ok(risk.profile(place("100001"))!.label.EN.length > 0);
    const peers = [...risk.peers(place("100001"), 2)];
    assert.equal(peers.length, 2);
    assert.ok(!peers.includes(0));
  });

  test("is kept as an Arrow table and read back the same", () => {
    assert.deepEqual(decodeAssessed(encodeAssessed(assessed), 4), assessed);
    assert.throws(() => decodeAssessed(encodeAssessed(assessed), 5), { code: "DATA_NOT_READY" });
  });
});
