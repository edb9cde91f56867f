import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { parseDay } from "../data/activity/day.ts";
import { METRICS } from "../data/activity/metric.ts";
import { alertsOf, groupFindings } from "../engines/alerts/alerts.ts";
import { assessNation } from "../engines/nation/assess.ts";
import { demographicDays, findApart, findBeside } from "../engines/nation/beside.ts";
import { Catalogue } from "../engines/nation/catalogue.ts";
import { watchedStore } from "../engines/nation/fixture.ts";
import { NationRisk } from "../engines/nation/risk.ts";
import { watchNation } from "../engines/nation/watch.ts";
import { nearestOfAll } from "../engines/spatial/neighbour-matrix.ts";
import { type Engines, NO_ENGINES } from "./engines.ts";
import { answer as answerOf, ask, tinyGazetteer, tinyStore } from "./fixture.ts";

const gazetteer = tinyGazetteer();
const store = watchedStore(gazetteer, "502110");

describe("the country at a glance", () => {
  let engines: Engines;
  let risk: NationRisk;
  let catalogue: Catalogue;
  before(async () => {
    const nearest = nearestOfAll(gazetteer);
    const watched = await watchNation(store);
    const days = await demographicDays(store);
    const assessed = await assessNation(store, watched, days, nearest);
    const findings = [
      ...watched.findings,
      ...(await findBeside(store, days, nearest)),
      ...findApart(store, assessed),
    ];
    catalogue = new Catalogue({ first: watched.first, findings }, gazetteer);
    const alerts = alertsOf(catalogue.found, groupFindings(catalogue.found, gazetteer));
    risk = new NationRisk(assessed, gazetteer);
    engines = { ...NO_ENGINES, findings: () => catalogue, alerts: () => alerts, risk: () => risk };
  });
  const answer = (query: string) => answerOf(store, query, {}, engines);

  test("totals and the last whole month are the store's", async () => {
    const { overview, whole, month } = await answer(`{
      overview { metrics { metric total month { from to value previous change changeRatio comparedFrom comparedTo } } }
      whole: stats { total { value(metric: DEMOGRAPHIC_UPDATE) } }
      month: stats(where: { from: "2025-11-01", to: "2025-11-30" }) { total { value(metric: DEMOGRAPHIC_UPDATE) } } }`);
    assert.deepEqual(
      overview.metrics.map(({ metric }: { metric: string }) => metric),
      METRICS,
    );
    const own = overview.metrics.find(({ metric }: { metric: string }) => metric === "DEMOGRAPHIC_UPDATE");
    assert.equal(own.total, whole.total.value);
    assert.deepEqual([own.month.from, own.month.to], ["2025-11-01", "2025-11-30"]);
    assert.equal(own.month.value, month.total.value);
    const before =
      await answer(`{ stats(where: { from: "${own.month.comparedFrom}", to: "${own.month.comparedTo}" }) {
      total { value(metric: DEMOGRAPHIC_UPDATE) } } }`);
    assert.equal(own.month.previous, before.stats.total.value);
    assert.equal(own.month.change, own.month.value - own.month.previous);
    assert.ok(Math.abs(own.month.changeRatio - own.month.change / own.month.previous) < 1e-12);
  });

  test("means per report day are those of the month and of the calendar's month before", async () => {
    const { overview, now, then } = await answer(`{
      overview { metrics { metric month { perReportDay { value previous change changeRatio reportDays previousReportDays } } } }
      now: stats(where: { from: "2025-11-01", to: "2025-11-30" }) { meta { reportDays }
        total { value(metric: DEMOGRAPHIC_UPDATE, as: PER_REPORT_DAY) } }
      then: stats(where: { from: "2025-10-01", to: "2025-10-31" }) { meta { reportDays }
        total { value(metric: DEMOGRAPHIC_UPDATE, as: PER_REPORT_DAY) } } }`);
    const of = (metric: string) =>
      overview.metrics.find((one: { metric: string }) => one.metric === metric).month.perReportDay;
    const [value, previous] = [now.total.value, then.total.value];
    assert.deepEqual(of("DEMOGRAPHIC_UPDATE"), {
      ...{ value, previous, change: value - previous, changeRatio: (value - previous) / previous },
      ...{ reportDays: now.meta.reportDays, previousReportDays: then.meta.reportDays },
    });
    const none = of("BIOMETRIC_UPDATE");
    assert.deepEqual([none.value, none.change, none.reportDays], [null, null, 0]);
  });

  test("places with data are those with rows", async () => {
    const { overview, stats } = await answerOf(
      tinyStore(),
      "{ overview { places { level withData known } } stats(groupBy: [PINCODE]) { totalGroups } }",
    );
    const { pincodes, districts, states } = gazetteer;
    assert.deepEqual(overview.places, [
      { level: "COUNTRY", withData: 1, known: 1 },
      { level: "STATE", withData: states.length - 1, known: states.length },
      { level: "DISTRICT", withData: 3, known: districts.length },
      { level: "PINCODE", withData: stats.totalGroups, known: pincodes.length },
    ]);
    assert.ok(stats.totalGroups < pincodes.length);
  });

  test("what anomalies and alerts list from the last whole month is counted so", async () => {
    const { overview } = await answer(
      "{ overview { anomalies { kind lastMonth } alerts { severity count lastMonth } } }",
    );
    const where = 'from: "2025-11-01", to: "2025-11-30"';
    for (const { kind, lastMonth } of overview.anomalies) {
      const { anomalies } = await answer(
        `{ anomalies(where: { ${where}, kinds: [${kind}] }) { totalCount } }`,
      );
      assert.equal(lastMonth, anomalies.totalCount, kind);
    }
    const { alerts, inMonth } = await answer(`{ alerts(first: 1000) { nodes { severity } }
      inMonth: alerts(where: { ${where} }, first: 1000) { nodes { severity } } }`);
    for (const { severity, count, lastMonth } of overview.alerts) {
      const of = ({ nodes }: { nodes: { severity: string }[] }) =>
        nodes.filter((one) => one.severity === severity).length;
      assert.deepEqual([count, lastMonth], [of(alerts), of(inMonth)]);
    }
  });

  test("the changes of states are the store's", async () => {
    const { overview } = await answer(`{ overview {
      metrics { metric month { from to comparedFrom comparedTo } }
      rises { place { code } value previous change } falls { place { code } value previous change } } }`);
    const { month } = overview.metrics.find(({ metric }: { metric: string }) => metric === "ACTIVITY");
    for (const { place, value, previous, change } of [...overview.rises, ...overview.falls]) {
      const { own } = await answer(`{ own: place(code: "${place.code}") {
        now: value(metric: ACTIVITY, from: "${month.from}", to: "${month.to}")
        then: value(metric: ACTIVITY, from: "${month.comparedFrom}", to: "${month.comparedTo}") } }`);
      assert.deepEqual([value, previous, change], [own.now, own.then, own.now - own.then]);
    }
  });

  test("coverage counts every day of the data once", async () => {
    const { overview, dataset } = await answer(`{ dataset { from to } overview { coverage {
      metric reportDays batches coveredDays missingDays } } }`);
    const days = parseDay(dataset.to)! - parseDay(dataset.from)! + 1;
    for (const { reportDays, coveredDays, missingDays } of overview.coverage)
      assert.equal(reportDays + coveredDays + missingDays, days);
    assert.equal(overview.coverage[1].batches, 1);
  });

  test("levels, sectors, anomalies, alerts and profiles are counted as the engines have them", async () => {
    const { overview } =
      await answer(`{ overview { levels { level places } states: levels(level: STATE) { places }
      sectors { sector high critical } anomalies { kind count lastMonth } alerts { severity count lastMonth }
      profiles { id pincodes } } }`);
    const scored = gazetteer.pincodes.filter((place) => risk.has(place));
    const count = (list: { places: number }[]) => list.reduce((sum, { places }) => sum + places, 0);
    assert.equal(count(overview.levels), scored.length);
    assert.equal(count(overview.states), gazetteer.states.filter((place) => risk.has(place)).length);
    for (const { sector, high, critical } of overview.sectors) {
      const of = (level: string) =>
        scored.filter((place) => risk.levelOf(risk.sector(place, sector)) === level).length;
      assert.deepEqual([high, critical], [of("HIGH"), of("CRITICAL")]);
    }
    const total = (list: { count: number }[]) => list.reduce((sum, one) => sum + one.count, 0);
    assert.equal(total(overview.anomalies), catalogue.findings.length);
    assert.equal(total(overview.alerts), engines.alerts().length);
    const spikes = overview.anomalies.find(({ kind }: { kind: string }) => kind === "SPIKE");
    assert.ok(spikes.count >= 1 && spikes.lastMonth >= 1 && spikes.lastMonth <= spikes.count);
    assert.equal(overview.profiles.length, risk.profiles.length);
  });

  test("states that rose and fell are told apart, the largest first", async () => {
    const { overview } = await answer(
      `{ overview { rises { place { code } change } falls { place { code } change } } }`,
    );
    for (const { change } of overview.rises) assert.ok(change > 0);
    for (const { change } of overview.falls) assert.ok(change < 0);
    const changes = overview.rises.map(({ change }: { change: number }) => change);
    assert.deepEqual(
      changes,
      changes.toSorted((a: number, b: number) => b - a),
    );
    assert.ok(overview.rises.length + overview.falls.length >= 1);
  });

  test("each ministry has its sector, counts, leading districts, month and a step to take", async () => {
    const { ministries } =
      await answer(`{ ministries { ministry hindi: ministry(language: HI) sector high critical score
      level districts { place { code } score } metric month { value } action trigger hi: trigger(language: HI) } }`);
    assert.equal(ministries.length, 5);
    for (const { sector, high, score, level, districts, action, trigger, hi } of ministries) {
      assert.equal(score, risk.sector(gazetteer.country, sector));
      assert.equal(level, risk.levelOf(score));
      const levels = gazetteer.pincodes.map((place) => risk.levelOf(risk.sector(place, sector)));
      assert.equal(high, levels.filter((one) => one === "HIGH").length);
      const scores = districts.map((one: { score: number }) => one.score);
      assert.deepEqual(
        scores,
        scores.toSorted((a: number, b: number) => b - a),
      );
      assert.ok(scores.length >= 1 && action.length > 5);
      assert.ok(trigger.includes(score.toFixed(0)) && hi.includes(score.toFixed(0)));
    }
  });

  test("roles and recommended actions", async () => {
    const { roles, recommendedActions } =
      await answer(`{ roles { role name hindi: name(language: HI) concern metrics
      sectors questions hi: questions(language: HI) }
      recommendedActions(place: "502110", role: SKILL) { sector level score trigger action hindi: action(language: HI) } }`);
    assert.equal(roles.length, 7);
    for (const { questions, hi } of roles) assert.equal(questions.length, hi.length);
    assert.equal(recommendedActions.length, 5);
    const place = gazetteer.find("502110")!;
    for (const { sector, score } of recommendedActions) assert.equal(score, risk.sector(place, sector));
  });
});

test("before the engines have run, what needs them is null with a code and the rest is answered", async () => {
  const { data, errors } = await ask(
    tinyStore(),
    '{ overview { metrics { total } levels { places } alerts { count } } ministries { sector } recommendedActions(place: "IN") { score } }',
  );
  const { overview, ministries, recommendedActions } = data as Record<
    string,
    { metrics: unknown[]; levels: null }
  >;
  assert.deepEqual([ministries, recommendedActions, overview!.levels], [null, null, null]);
  assert.equal(overview!.metrics.length, METRICS.length);
  assert.ok(errors!.every(({ extensions }) => extensions.code === "ENGINE_NOT_READY"));
});
