import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { alertsOf, groupFindings } from "../engines/alerts/alerts.ts";
import { Catalogue } from "../engines/nation/catalogue.ts";
import { watchedStore } from "../engines/nation/fixture.ts";
import { watchNation } from "../engines/nation/watch.ts";
import { type Engines, NO_ENGINES } from "./engines.ts";
import { answer as answerOf, ask, tinyGazetteer, tinyStore } from "./fixture.ts";

const FIELDS =
  "id place { code } metric from to peak detector kind observed expected lower upper score pValue qValue";

describe("what surveillance found", () => {
  const gazetteer = tinyGazetteer();
  const store = watchedStore(gazetteer, "502110");
  let engines: Engines;
  before(async () => {
    const catalogue = new Catalogue(await watchNation(store), gazetteer);
    const alerts = alertsOf(catalogue.found, groupFindings(catalogue.found, gazetteer));
    engines = { ...NO_ENGINES, findings: () => catalogue, alerts: () => alerts };
  });

  const answer = (query: string, variables = {}) => answerOf(store, query, variables, engines);
  const codes = async (where: string) => {
    const { anomalies } = await answer(`{ anomalies(where: ${where}) { nodes { place { code } kind } } }`);
    return anomalies.nodes.map(
      ({ place, kind }: { place: { code: string }; kind: string }) => `${place.code} ${kind}`,
    );
  };

  test("is listed with place, figures and an explanation in both languages", async () => {
    const { anomalies } = await answer(`{
      anomalies(where: { kinds: [SPIKE], levels: [PINCODE] }) {
        totalCount nodes { ${FIELDS} explanation hindi: explanation(language: HI) } pageInfo { hasNextPage endCursor }
      }
    }`);
    assert.equal(anomalies.totalCount, 1);
    const [spike] = anomalies.nodes;
    assert.equal(spike.id, "SPIKE~DEMOGRAPHIC_UPDATE~502110~2025-11-10");
    assert.deepEqual([spike.place.code, spike.peak, spike.observed], ["502110", "2025-11-10", 400]);
    assert.equal(spike.detector, "NB_UPPER_TAIL");
    assert.ok(spike.lower <= spike.expected && spike.expected <= spike.upper && spike.upper < spike.observed);
    assert.ok(spike.pValue <= spike.qValue && spike.qValue <= 0.1);
    assert.match(spike.explanation, /^Medak reported 400 demographic updates on 2025-11-10/);
    assert.match(spike.hindi, /जनसांख्यिकीय अद्यतन/);
  });

  test("is filtered by place and what lies in it, kind, level, dataset, days and q", async () => {
    const spike = "502110 SPIKE";
    for (const where of [
      '{ places: ["502110"] }',
      '{ places: ["IN-TG/medak"] }',
      '{ places: ["IN-TG"] }',
      '{ places: ["IN-TN", "IN"] }',
      "{ kinds: [SPIKE, DROP] }",
      "{ metrics: [DEMOGRAPHIC_UPDATE] }",
      '{ from: "2025-11-10", to: "2025-11-10" }',
      "{ maxQ: 0.01, minObserved: 400 }",
    ])
      assert.ok((await codes(where)).includes(spike), where);
    for (const where of [
      '{ places: ["IN-TN"] }',
      "{ levels: [STATE] }",
      "{ kinds: [DROP] }",
      "{ metrics: [ENROLMENT] }",
      '{ to: "2025-11-09" }',
      '{ from: "2025-11-12" }',
      "{ minObserved: 401 }",
    ])
      assert.ok(!(await codes(where)).includes(spike), where);
  });

  test("stands with its place", async () => {
    const { place } = await answer('{ place(code: "502110") { anomalies(first: 1) { kind } } }');
    assert.deepEqual(place.anomalies, [{ kind: "SPIKE" }]);
  });

  test("adds up to alerts, which tell what they are of and are filtered", async () => {
    const { alerts } =
      await answer(`{ alerts(where: { places: ["IN-TG/medak"], severity: WARNING }) { totalCount nodes {
      id severity kind metric from to placeCount findingCount place { code } places { code } explanation
      findings(first: 1) { kind place { code } } } pageInfo { hasNextPage } } }`);
    assert.equal(alerts.totalCount, alerts.nodes.length);
    const spike = alerts.nodes.find(({ kind }: { kind: string }) => kind === "SPIKE");
    assert.equal(spike.severity, "WARNING");
    assert.equal(spike.findings[0].place.code, spike.place.code);
    assert.ok(spike.placeCount >= 1 && spike.findingCount >= spike.placeCount);
    assert.match(spike.explanation, /demographic updates on 2025-11-10/);
    for (const where of [
      '{ places: ["IN-LA"] }',
      "{ severity: CRITICAL }",
      '{ to: "2025-10-01" }',
      "{ metrics: [ENROLMENT] }",
    ])
      assert.equal((await answer(`{ alerts(where: ${where}) { totalCount } }`)).alerts.totalCount, 0, where);
    const first = await answer("{ alerts(first: 1) { nodes { id } pageInfo { endCursor } } }");
    const { endCursor } = first.alerts.pageInfo;
    const { errors } = await ask(store, `{ anomalies(after: "${endCursor}") { totalCount } }`, {}, engines);
    assert.match(errors![0]!.message, /no cursor of this list/);
  });

  test("is paged", async () => {
    const all = await codes("{}");
    const paged: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { anomalies } = await answer(
        "query($after: String) { anomalies(first: 1, after: $after) { nodes { place { code } kind } pageInfo { hasNextPage endCursor } } }",
        { after },
      );
      for (const { place, kind } of anomalies.nodes) paged.push(`${place.code} ${kind}`);
      after = anomalies.pageInfo.endCursor;
      more = anomalies.pageInfo.hasNextPage;
    }
    assert.deepEqual(paged, all);
  });

  const wrong: [what: string, query: string, message: RegExp][] = [
    ["a foreign cursor", '{ anomalies(after: "x") { totalCount } }', /no cursor of this list/],
    ["a size out of bounds", "{ anomalies(first: 0) { totalCount } }", /from 1 to 1000/],
    [
      "an unknown place",
      '{ anomalies(where: { places: ["IN-TG/medk"] }) { totalCount } }',
      /Did you mean IN-TG\/medak/,
    ],
    [
      "a metric that is not watched",
      "{ anomalies(where: { metrics: [ENROLMENT_AGE_0_5] }) { totalCount } }",
      /name ENROLMENT/,
    ],
    [
      "days the wrong way round",
      '{ anomalies(where: { from: "2025-12-01", to: "2025-11-01" }) { totalCount } }',
      /after/,
    ],
  ];
  for (const [what, query, message] of wrong) {
    test(`refuses ${what}`, async () => {
      const { errors } = await ask(store, query, {}, engines);
      assert.match(errors![0]!.message, message);
    });
  }
});

test("before surveillance has run its fields are null with a code, and all others answered", async () => {
  const { data, errors } = await ask(
    tinyStore(),
    '{ anomalies { totalCount } place(code: "IN") { name anomalies { id } } dataset { rows } }',
  );
  assert.equal(data!.anomalies, null);
  assert.equal(JSON.stringify(data!.place), '{"name":"India","anomalies":null}');
  assert.deepEqual(
    errors!.map(({ extensions }) => extensions.code),
    ["ENGINE_NOT_READY", "ENGINE_NOT_READY"],
  );
});
