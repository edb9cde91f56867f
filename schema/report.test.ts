import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { alertsOf, groupFindings } from "../engines/alerts/alerts.ts";
import { assessNation } from "../engines/nation/assess.ts";
import { demographicDays } from "../engines/nation/beside.ts";
import { Catalogue } from "../engines/nation/catalogue.ts";
import { watchedStore } from "../engines/nation/fixture.ts";
import { NationRisk } from "../engines/nation/risk.ts";
import { watchNation } from "../engines/nation/watch.ts";
import { forecastNation } from "../engines/outlook/nation.ts";
import { nearestOfAll } from "../engines/spatial/neighbour-matrix.ts";
import type { Engines } from "./engines.ts";
import { answer as answerOf, ask, tinyGazetteer } from "./fixture.ts";
import { REPORT } from "./report-document.ts";

const ROLES = ["POLICE", "EDUCATION", "HEALTH", "BUDGET", "DISTRICT_ADMIN", "STATE_GOVT", "SKILL"];

describe("the report of a place", () => {
  const gazetteer = tinyGazetteer();
  const store = watchedStore(gazetteer, "502110");
  let engines: Engines;
  before(async () => {
    const watched = await watchNation(store);
    const catalogue = new Catalogue(watched, gazetteer);
    const alerts = alertsOf(catalogue.found, groupFindings(catalogue.found, gazetteer));
    const nearest = nearestOfAll(gazetteer);
    const risk = new NationRisk(
      await assessNation(store, watched, await demographicDays(store), nearest),
      gazetteer,
    );
    const outlook = await forecastNation(store);
    engines = { findings: () => catalogue, alerts: () => alerts, risk: () => risk, outlook: () => outlook };
  });
  const report = async (place: string, role = "POLICE", language = "EN") =>
    (await answerOf(store, REPORT, { place, role, language }, engines)).report;

  test("its figures are the graph's own", async () => {
    const found = await report("IN-TG/medak");
    const { place, siblings } = await answerOf(
      store,
      `{ place(code: "IN-TG/medak") { value(metric: DEMOGRAPHIC_UPDATE) parent { value(metric: DEMOGRAPHIC_UPDATE) }
          risk { score } }
        siblings: stats(where: { places: ["IN-TG"] }, groupBy: [DISTRICT]) { rows { value(metric: DEMOGRAPHIC_UPDATE) } } }`,
      {},
      engines,
    );
    const own = found.situation.find(({ metric }: { metric: string }) => metric === "DEMOGRAPHIC_UPDATE");
    assert.equal(own.total, place.value);
    assert.equal(own.share, place.value / place.parent.value);
    const values = siblings.rows
      .map(({ value }: { value: number }) => value)
      .filter((value: number | null) => value !== null);
    assert.equal(own.siblings, values.length);
    assert.equal(own.rank, 1 + values.filter((value: number) => value > place.value).length);
    assert.equal(found.place.risk.score, place.risk.score);
    assert.ok(
      found.alerts.length >= 1 && found.forecast.points.length > 0 && found.projection.years.length === 3,
    );
    const months = found.place.demographic.reduce(
      (sum: number, { value }: { value: number | null }) => sum + (value ?? 0),
      0,
    );
    assert.equal(months, own.total);
  });

  test("the role changes the order of steps and the id, no figure", async () => {
    const bare = ({ id, role, actions, ...rest }: Record<string, unknown>) => ({
      ...rest,
      actions: (actions as { sector: string }[]).toSorted((a, b) => (a.sector < b.sector ? -1 : 1)),
    });
    const reports = await Promise.all(ROLES.map((role) => report("502110", role)));
    for (const one of reports) assert.deepEqual(bare(one), bare(reports[0]));
    assert.equal(new Set(reports.map(({ id }) => id)).size, ROLES.length);
  });

  test("the same content has the same id, other content another; pincodes have no projection", async () => {
    const [one, again, hindi, other] = await Promise.all([
      report("502110"),
      report("502110"),
      report("502110", "POLICE", "HI"),
      report("500001"),
    ]);
    assert.match(one.id, /^[0-9a-f]{16}$/);
    assert.equal(one.id, again.id);
    assert.equal(new Set([one.id, hindi.id, other.id]).size, 3);
    assert.equal(one.projection, null);
    assert.match(hindi.caveats[0], /\p{Script=Devanagari}/u);
  });

  test("before the engines have run, what they make is null and the rest is there", async () => {
    const { data } = await ask(store, REPORT, { place: "IN", role: "POLICE", language: "EN" });
    const { report: found } = data as { report: Record<string, unknown> };
    assert.deepEqual([found.id, found.alerts, found.forecast, found.actions], [null, null, null, null]);
    assert.ok((found.situation as unknown[]).length === 4 && found.projection !== null);
  });
});
