import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { columnsOfRows, FIXTURE_ABOUT, type FixtureRow } from "../data/activity/fixture.ts";
import { memoryStore } from "../data/activity/memory-store.ts";
import { assessNation } from "../engines/nation/assess.ts";
import { demographicDays } from "../engines/nation/beside.ts";
import { WATCHED_FROM } from "../engines/nation/fixture.ts";
import { NationRisk } from "../engines/nation/risk.ts";
import { SECTORS } from "../engines/risk/formulas.ts";
import { RISK_CAVEAT } from "../engines/risk/words.ts";
import { nearestOfAll } from "../engines/spatial/neighbour-matrix.ts";
import { type Engines, NO_ENGINES } from "./engines.ts";
import { answer as answerOf, tinyGazetteer } from "./fixture.ts";

const gazetteer = tinyGazetteer();

/** All seven counts a day for two months, so many times as much in each pincode as it stands in the list. */
const ROWS = [
  ["500001", "IN-TG/hyderabad", 9, 1],
  ["500003", "IN-TG/hyderabad", 2, 6],
  ["502032", "IN-TG/medak", 1, 3],
  ["502110", "IN-TG/medak", 5, 2],
  ["600001", "IN-TN/chennai", 3, 30],
] as const;
const rows = (days: (pincode: string) => number): FixtureRow[] =>
  ROWS.flatMap(([pincode, district, children, adults]) =>
    Array.from({ length: days(pincode) }, (_, day) => ({
      ...{ pincode, district, date: WATCHED_FROM + day, reports: 7 },
      counts: [children, children, adults, children, adults, (day % 3) * children, adults + (day % 5)],
    })),
  );

/** Chennai's one pincode with rows reports on its first days only: the district keeps below 1,000 persons. */
const small = rows((pincode) => (pincode === "600001" ? 5 : 61));
const store = memoryStore(columnsOfRows(small), gazetteer, FIXTURE_ABOUT);

describe("ministries", () => {
  let risk: NationRisk;
  let engines: Engines;
  before(async () => {
    const nearest = nearestOfAll(gazetteer);
    const assessed = await assessNation(store, { findings: [] }, await demographicDays(store), nearest);
    // Low bounds, so that small data hold places at HIGH and at CRITICAL.
    risk = new NationRisk(assessed, gazetteer, [10, 20, 45]);
    engines = { ...NO_ENGINES, risk: () => risk };
  });
  const answer = (query: string) => answerOf(store, query, {}, engines);

  test("count pincodes, and mean their scores by activity, as adding up from pincodes does", async () => {
    const { ministries } = await answer("{ ministries { sector high critical score level } }");
    const { stats } = await answer(`{ stats(groupBy: [PINCODE]) { rows { place { code
      risk { sectors { sector score level } } } value(metric: ACTIVITY) } } }`);
    for (const { sector, high, critical, score, level } of ministries) {
      let [weighted, weight] = [0, 0];
      const levels: string[] = [];
      for (const { place, value } of stats.rows) {
        const own = place.risk.sectors.find((one: { sector: string }) => one.sector === sector);
        levels.push(own.level);
        weighted += own.score * value;
        weight += value;
      }
      assert.equal(high, levels.filter((one) => one === "HIGH").length);
      assert.equal(critical, levels.filter((one) => one === "CRITICAL").length);
      assert.ok(Math.abs(score - weighted / weight) < 1e-9, sector);
      assert.equal(level, risk.levelOf(score));
    }
    const sum = (of: "high" | "critical") =>
      ministries.reduce((all: number, one: Record<string, number>) => all + one[of]!, 0);
    assert.ok(sum("high") > 0 && sum("critical") > 0, "both levels occur");
  });

  test("districts lead by score, but those below 1,000 persons", async () => {
    const { ministries, stats } = await answer(`{ ministries { sector districts { place { code } score } }
      stats(groupBy: [DISTRICT]) { rows { place { code risk { sectors { sector score } } } value(metric: ACTIVITY) } } }`);
    const chennai = stats.rows.find(
      ({ place }: { place: { code: string } }) => place.code === "IN-TN/chennai",
    );
    assert.ok(chennai.value > 0 && chennai.value < 1000);
    for (const { sector, districts } of ministries) {
      const expected = stats.rows
        .filter(({ value }: { value: number }) => value >= 1000)
        .map(
          ({
            place,
          }: {
            place: { code: string; risk: { sectors: { sector: string; score: number }[] } };
          }) => ({
            place: { code: place.code },
            score: place.risk.sectors.find((one) => one.sector === sector)!.score,
          }),
        )
        .sort((a: { score: number }, b: { score: number }) => b.score - a.score);
      assert.deepEqual(districts, expected, sector);
      assert.equal(districts.length, 2);
    }
  });

  test("the month is that of the metric, which a reason stands beside, and the caveat", async () => {
    const { ministries } =
      await answer(`{ ministries { metric metricReason hindi: metricReason(language: HI) caveat
      devanagari: caveat(language: HI) month { value previous comparedFrom comparedTo perReportDay { value previous } } } }`);
    assert.equal(ministries.length, SECTORS.length);
    for (const { metric, metricReason, hindi, caveat, devanagari, month } of ministries) {
      const { october, september, before } = await answer(`{
        october: stats(where: { from: "2025-10-01", to: "2025-10-31" }) { total { value(metric: ${metric}) daily: value(metric: ${metric}, as: PER_REPORT_DAY) } }
        september: stats(where: { from: "2025-09-01", to: "2025-09-30" }) { total { value(metric: ${metric}, as: PER_REPORT_DAY) } }
        before: stats(where: { from: "${month.comparedFrom}", to: "${month.comparedTo}" }) { total { value(metric: ${metric}) } } }`);
      assert.equal(month.value, october.total.value);
      assert.equal(month.previous, before.total.value);
      assert.deepEqual(month.perReportDay, {
        value: october.total.daily,
        previous: september.total.value,
      });
      assert.match(metricReason, /of the 100 points/);
      assert.match(hindi, /\p{Script=Devanagari}/u);
      assert.deepEqual([caveat, devanagari], [RISK_CAVEAT.EN, RISK_CAVEAT.HI]);
    }
  });
});
