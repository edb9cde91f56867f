import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { ActivityStore } from "../data/activity/store.ts";
import { openStore } from "../data/open.ts";
import type { Place } from "../data/places/place.ts";
import { writeSample } from "../data/sample/ensure.ts";
import { forecastPlace } from "../engines/outlook/forecast.ts";
import { forecastNation, type NationOutlook } from "../engines/outlook/nation.ts";

describe("forecasts of the whole sample", { timeout: 300_000 }, () => {
  let dir: string;
  let store: ActivityStore;
  let outlook: NationOutlook;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), "pulse-forecast-"));
    await writeSample(dir);
    store = (await openStore(dir))!;
    outlook = await forecastNation(store);
  });
  after(() => rm(dir, { recursive: true, force: true }));

  test("every place has finite bounds in their order, and each level adds up to the country", async () => {
    const { country, states, districts, pincodes } = store.gazetteer;
    const levels: readonly (readonly Place[])[] = [[country], states, districts, pincodes];
    for (const metric of ["ENROLMENT", "ACTIVITY"] as const) {
      const sums = await Promise.all(
        levels.map(async (places) => {
          const sum = new Float64Array(180);
          for (const place of places) {
            const { points } = await forecastPlace(store, outlook, {
              place,
              metric,
              grain: "DAY",
              horizon: 180,
            });
            assert.equal(points.length, 180, place.code);
            points.forEach(({ lower95, lower80, mean, upper80, upper95 }, at) => {
              const isOrdered = lower95 >= 0 && lower95 <= lower80 && lower80 <= mean && mean <= upper80;
              assert.ok(isOrdered && upper80 <= upper95 && Number.isFinite(upper95), place.code);
              sum[at]! += mean;
            });
          }
          return sum;
        }),
      );
      for (const level of sums)
        level.forEach((sum, at) => {
          assert.ok(Math.abs(sum - sums[0]![at]!) < 1, `${metric}, step ${at}: ${sum} and ${sums[0]![at]}`);
        });
    }
  });

  test("of places of every size the pooled bounds hold what they claim, out of sample", async () => {
    const { districts, pincodes } = store.gazetteer;
    const to = outlook.DAY.states.DEMOGRAPHIC_UPDATE!.frame.future[0]! - 1;
    const from = outlook.DAY.states.DEMOGRAPHIC_UPDATE!.frame.starts[0]! - 184;
    const end = to - 28;
    const earlier = await forecastNation(store, undefined, { from, to: end });
    const { country } = store.gazetteer;
    const reported = await store.series({
      places: [country],
      metric: "DEMOGRAPHIC_UPDATE",
      bucket: "DAY",
      from: end + 1,
      to,
    });
    const within = new Float64Array(2);
    let days = 0;
    for (const place of [...districts, ...pincodes.filter((_, at) => at % 40 === 0)]) {
      const request = { place, metric: "DEMOGRAPHIC_UPDATE", grain: "DAY", horizon: 28 } as const;
      const { points } = await forecastPlace(store, earlier, request);
      const { starts, values } = await store.series({
        places: [place],
        metric: request.metric,
        bucket: "DAY",
        from: end + 1,
        to,
      });
      for (const { date, lower80, upper80, lower95, upper95 } of points) {
        const at = starts.indexOf(date);
        if (Number.isNaN(reported.values[0]![at]!)) continue;
        const actual = values[0]![at]! || 0;
        days++;
        if (actual >= lower80 && actual <= upper80) within[0]!++;
        if (actual >= lower95 && actual <= upper95) within[1]!++;
      }
    }
    const [share80 = 0, share95 = 0] = within.map((count) => count / days) as Float64Array;
    assert.ok(share80 > 0.76 && share80 < 0.9, String(share80));
    assert.ok(share95 > 0.92 && share95 < 0.98, String(share95));
  });
});
