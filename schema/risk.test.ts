import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { type Assessed, assessNation } from "../engines/nation/assess.ts";
import { demographicDays } from "../engines/nation/beside.ts";
import { watchedStore } from "../engines/nation/fixture.ts";
import { NationRisk } from "../engines/nation/risk.ts";
import { watchNation } from "../engines/nation/watch.ts";
import { nearestOfAll } from "../engines/spatial/neighbour-matrix.ts";
import { type Engines, NO_ENGINES } from "./engines.ts";
import { answer as answerOf, ask, tinyGazetteer, tinyStore } from "./fixture.ts";

describe("risk in the graph", () => {
  const gazetteer = tinyGazetteer();
  const store = watchedStore(gazetteer, "502110");
  let assessed: Assessed;
  let engines: Engines;
  before(async () => {
    assessed = await assessNation(
      store,
      await watchNation(store),
      await demographicDays(store),
      nearestOfAll(gazetteer),
    );
    const risk = new NationRisk(assessed, gazetteer);
    engines = { ...NO_ENGINES, risk: () => risk };
  });

  const answer = (query: string) => answerOf(store, query, {}, engines);

  test("a place has a score, five sectors with their inputs, a caveat and explanations", async () => {
    const { place } = await answer(`{ place(code: "502110") { risk {
      score level anomaly anomalyScore explanation caveat hindi: caveat(language: HI) profile { id label pincodes }
      sectors { sector name hindi: name(language: HI) score level explanation inputs { name value } } } } }`);
    const { risk } = place;
    assert.deepEqual(
      risk.sectors.map(({ sector }: { sector: string }) => sector),
      ["EDUCATION", "HUNGER", "RURAL", "ELECTORAL", "LABOUR"],
    );
    for (const { score, level } of [risk, ...risk.sectors]) {
      assert.ok(score >= 0 && score <= 100);
      const right = score >= 70 ? "CRITICAL" : score >= 50 ? "HIGH" : score >= 30 ? "MEDIUM" : "LOW";
      assert.equal(level, right);
    }
    const hunger = risk.sectors[1];
    assert.deepEqual(
      hunger.inputs.find(({ name }: { name: string }) => name === "spike"),
      { name: "spike", value: 1 },
    );
    assert.match(hunger.explanation, /flag: spike/);
    assert.match(risk.caveat, /never says anything about persons/);
    assert.ok(risk.anomalyScore > 0 && risk.anomalyScore < 1);
    assert.ok(risk.profile.pincodes >= 1 && risk.profile.label.length > 0);
  });

  test("places are listed by risk, and filtered by level, sector and score", async () => {
    const { all, rural, high, upwards } = await answer(`{
      all: places(level: PINCODE, orderBy: { risk: true }) { nodes { code risk { score level } } }
      rural: places(level: PINCODE, orderBy: { risk: true, direction: ASC }, where: { sector: RURAL }) {
        nodes { code risk { sectors { sector score } } } }
      high: places(level: PINCODE, where: { level: MEDIUM }) { nodes { risk { level } } }
      upwards: places(level: PINCODE, where: { sector: HUNGER, minScore: 40 }) { totalCount } }`);
    const risk = engines.risk();
    const scored = gazetteer.pincodes.filter((place) => risk.has(place));
    const scores = all.nodes.flatMap((one: { risk: { score: number } | null }) => one.risk?.score ?? []);
    assert.deepEqual(
      scores,
      scored.map((place) => risk.score(place)).sort((a, b) => b - a),
    );
    assert.equal(all.nodes.length, gazetteer.pincodes.filter((place) => store.populated(place)).length);
    const ruralOf = (one: { risk: { sectors: { sector: string; score: number }[] } }) =>
      one.risk.sectors.find(({ sector }) => sector === "RURAL")!.score;
    const rising = rural.nodes.filter((one: { risk: unknown }) => one.risk !== null).map(ruralOf);
    assert.deepEqual(
      rising,
      rising.toSorted((a: number, b: number) => a - b),
    );
    assert.ok(high.nodes.every((one: { risk: { level: string } }) => one.risk.level === "MEDIUM"));
    assert.equal(upwards.totalCount, scored.filter((place) => risk.sector(place, "HUNGER") >= 40).length);
    const wrong = await ask(
      store,
      "{ places(level: STATE, where: { minScore: 200 }) { totalCount } }",
      {},
      engines,
    );
    assert.match(wrong.errors![0]!.message, /from 0 to 100/);
    const both = await ask(
      store,
      "{ places(level: STATE, orderBy: { risk: true, name: true }) { totalCount } }",
    );
    assert.match(both.errors![0]!.message, /one of them/);
  });

  test("levels begin where they are set to", async () => {
    const bound = engines.risk().score(gazetteer.find("502110")!);
    const risk = new NationRisk(assessed, gazetteer, [bound - 2, bound - 1, bound]);
    const query =
      '{ place(code: "502110") { risk { level } } map(level: PINCODE, sector: RURAL) { breaks } }';
    const { place, map } = await answerOf(store, query, {}, { ...NO_ENGINES, risk: () => risk });
    assert.deepEqual([place.risk.level, map.breaks], ["CRITICAL", [bound - 2, bound - 1, bound]]);
  });

  test("a place without reports has none", async () => {
    const { place } = await answer('{ place(code: "IN-LA") { name risk { score } } }');
    assert.deepEqual(place, { name: "Ladakh", risk: null });
  });

  test("above pincodes there is no profile, and peers are of the same level", async () => {
    const { place } = await answer(
      '{ place(code: "IN-TG/medak") { risk { anomaly anomalyScore profile { id } sectors { inputs { name value } } } peers(first: 2) { code } } }',
    );
    assert.deepEqual([place.risk.anomaly, place.risk.anomalyScore, place.risk.profile], [false, null, null]);
    assert.deepEqual(place.risk.sectors[0].inputs, [{ name: "pincodes", value: 2 }]);
    assert.deepEqual(place.peers.map(({ code }: { code: string }) => code).toSorted(), [
      "IN-TG/hyderabad",
      "IN-TN/chennai",
    ]);
  });

  test("profiles list every pincode with a score", async () => {
    const { riskProfiles } = await answer("{ riskProfiles { id label pincodes sectors { sector mean } } }");
    const total = riskProfiles.reduce((sum: number, { pincodes }: { pincodes: number }) => sum + pincodes, 0);
    assert.equal(total, 6);
    assert.equal(riskProfiles[0].sectors.length, 5);
  });

  test("a map of a sector has its scores, their levels and bounds", async () => {
    const { map } = await answer(
      "{ map(level: PINCODE, sector: HUNGER) { codes value level breaks unplacedValue } }",
    );
    assert.deepEqual(map.breaks, [30, 50, 70]);
    assert.equal(map.unplacedValue, null);
    const at = map.codes.indexOf("502110");
    const { place } = await answer('{ place(code: "502110") { risk { sectors { score level } } } }');
    const { score, level } = place.risk.sectors[1];
    assert.deepEqual([map.value[at], map.level[at]], [score, level]);
    const counted = await answer("{ map(level: STATE) { codes value level } }");
    assert.equal(counted.map.level[counted.map.codes.indexOf("IN-LA")], null);
    assert.ok(counted.map.value[1] > 1000);
  });

  test("a sector's map over other days is refused", async () => {
    const { errors } = await ask(
      store,
      '{ map(level: STATE, sector: RURAL, from: "2025-11-01") { codes } }',
      {},
      engines,
    );
    assert.match(errors![0]!.message, /over the whole dataset/);
  });
});

test("before the engines have run risk is null with a code, and all others answered", async () => {
  const { data, errors } = await ask(
    tinyStore(),
    '{ place(code: "IN") { name risk { score } peers { code } } riskProfiles { id } map(level: STATE) { codes level } }',
  );
  assert.equal(
    JSON.stringify(data),
    '{"place":{"name":"India","risk":null,"peers":null},"riskProfiles":null,"map":{"codes":["IN-LA","IN-TG","IN-TN"],"level":null}}',
  );
  assert.ok(
    errors!.length === 4 && errors!.every(({ extensions }) => extensions.code === "ENGINE_NOT_READY"),
  );
});
