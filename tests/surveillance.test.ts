import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parseDay } from "../data/activity/day.ts";
import type { ActivityStore } from "../data/activity/store.ts";
import { DAY_KINDS } from "../data/activity/store.ts";
import { openSnapshot, storeOver } from "../data/open.ts";
import type { Place } from "../data/places/place.ts";
import { writeSample } from "../data/sample/ensure.ts";
import type { PlantedAnomaly } from "../data/sample/planted.ts";
import { layout } from "../data/snapshot/layout.ts";
import type { Finding } from "../engines/nation/findings.ts";
import { placeOf } from "../engines/nation/results.ts";
import { type Watched, watchNation } from "../engines/nation/watch.ts";
import { ancestorsOf } from "../engines/within.ts";

/** Report days that a departure may be over before it is found. */
const LATE = 3;

describe("surveillance of the sample", { timeout: 120_000 }, () => {
  let folder: string;
  let store: ActivityStore;
  let watched: Watched;
  let planted: readonly PlantedAnomaly[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pulse-watched-"));
    const version = await writeSample(folder);
    store = storeOver(await openSnapshot(folder, version));
    planted = JSON.parse(await readFile(layout.planted(folder, version), "utf8")).planted;
    watched = await watchNation(store);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const dayOf = (date: string) => parseDay(date)! - watched.first;
  const placeOfFinding = (finding: Finding) => placeOf(store.gazetteer, finding);
  const lineage = (place: Place) => [place, ...ancestorsOf(store, place)].map(({ code }) => code);

  test("finds four in five of the planted departures, at their place and time", (context) => {
    const isFound = ({ code, from, to, effects }: PlantedAnomaly) =>
      watched.findings.some(
        (finding) =>
          placeOfFinding(finding).code === code &&
          effects.some(({ metric }) => metric === finding.metric) &&
          finding.to >= dayOf(from) &&
          finding.from <= dayOf(to) + LATE,
      );
    const found = planted.filter(isFound).length;
    context.diagnostic(`${found} of ${planted.length}`);
    assert.ok(found >= 0.8 * planted.length);
  });

  test("has at most one false finding in 1,000 days of series", (context) => {
    const touches = (finding: Finding, { code, from, to }: PlantedAnomaly) => {
      const place = placeOfFinding(finding);
      const isRelated =
        lineage(place).includes(code) || lineage(store.gazetteer.find(code)!).includes(place.code);
      return isRelated && finding.to >= dayOf(from) - 1 && finding.from <= dayOf(to) + 10;
    };
    const wrong = watched.findings.filter((finding) => !planted.some((one) => touches(finding, one)));
    const rate = (1000 * wrong.length) / watched.judged;
    context.diagnostic(`${wrong.length} in ${watched.judged} days: ${rate.toFixed(3)} in 1,000`);
    assert.ok(rate <= 1);
  });

  test("calls no monthly batch strange, and no day that one covers silent", async () => {
    assert.ok(watched.findings.length > 100);
    for (const finding of watched.findings) {
      const place = placeOfFinding(finding);
      const { from } = store.dataset;
      const { kinds } = await store.calendar({
        places: [place],
        metric: finding.metric,
        from: parseDay(from)!,
        to: parseDay(store.dataset.to)!,
      });
      const kind = DAY_KINDS[kinds[0]![finding.peak]!];
      assert.equal(kind, finding.kind === "SILENCE" ? "SILENT" : "REPORTED");
      assert.ok(finding.from <= finding.peak && finding.peak <= finding.to);
      assert.ok(finding.p! > 0 && finding.q! <= 0.1);
    }
  });
});
