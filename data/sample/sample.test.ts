import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { formatDay, parseDay } from "../activity/day.ts";
import { COUNTS_OF, DATASETS } from "../activity/metric.ts";
import type { ActivityRows } from "../activity/rows.ts";
import { loadGazetteer } from "../places/gazetteer.ts";
import type { Gazetteer } from "../places/place.ts";
import { reportMonths } from "./calendar.ts";
import { makeSample } from "./make.ts";
import type { PlantedAnomaly } from "./planted.ts";
import { qualityOf } from "./quality.ts";
import { stateMonths } from "./totals.ts";

describe("the whole sample", () => {
  let gazetteer: Gazetteer;
  let rows: ActivityRows;
  let planted: readonly PlantedAnomaly[];
  /** By dataset: place code (pincode, district, state), then day, to the count reported. */
  let daily: Map<string, Map<number, number>>[];

  before(() => {
    gazetteer = loadGazetteer();
    ({ rows, planted } = makeSample(gazetteer));
    daily = sumByDay(rows, new Set(planted.map(({ code }) => code)));
  });

  test("has 1.72 million rows or more over 18,800 pincodes or more, in every state and district", () => {
    assert.ok(rows.date.length >= 1_720_000 && rows.date.length < 1_900_000, `${rows.date.length} rows`);
    assert.ok(rows.pincodes.length >= 18_800, `${rows.pincodes.length} pincodes`);
    assert.equal(new Set(rows.districts.map((code) => code.slice(0, 5))).size, 36);
    const homes = new Set(gazetteer.pincodes.map(({ district }) => gazetteer.districts[district]!.code));
    assert.deepEqual(rows.districts, [...new Set([...homes, ...rows.districts])].sort());
  });

  test("is sorted by pincode, district and date, with no key twice and every place used", () => {
    assert.deepEqual([...rows.districts].sort(), rows.districts);
    assert.deepEqual([...rows.pincodes].sort(), rows.pincodes);
    let unsorted = 0;
    for (let i = 1; i < rows.date.length; i++) {
      const order =
        rows.pincode[i]! - rows.pincode[i - 1]! ||
        rows.district[i]! - rows.district[i - 1]! ||
        rows.date[i]! - rows.date[i - 1]!;
      if (order <= 0) unsorted++;
    }
    assert.equal(unsorted, 0);
    assert.equal(new Set(rows.pincode).size, rows.pincodes.length);
    assert.equal(new Set(rows.district).size, rows.districts.length);
  });

  test("keeps pincodes in their districts, some in two of one state", () => {
    const districtsOf = new Map<number, Set<number>>();
    rows.pincode.forEach((pincode, i) => {
      const own = districtsOf.get(pincode) ?? new Set();
      districtsOf.set(pincode, own.add(rows.district[i]!));
    });
    let split = 0;
    for (const [pincode, districts] of districtsOf) {
      const place = gazetteer.find(rows.pincodes[pincode]!);
      assert.ok(place?.level === "PINCODE");
      const home = gazetteer.districts[place.district]!.code;
      for (const district of districts) assert.equal(rows.districts[district]!.slice(0, 5), home.slice(0, 5));
      if (districts.size > 1) split++;
    }
    assert.ok(split > 100 && split < 0.05 * rows.pincodes.length, `${split} split`);
  });

  test("has the published sums by state and month, exactly", () => {
    const sums = new Map<string, number[]>();
    rows.date.forEach((day, i) => {
      const key = `${rows.districts[rows.district[i]!]!.slice(0, 5)} ${formatDay(day).slice(0, 7)}`;
      const sum = sums.get(key) ?? [0, 0, 0, 0, 0, 0, 0];
      rows.counts.forEach((column, count) => {
        sum[count]! += column[i]!;
      });
      sums.set(key, sum);
    });
    const published = stateMonths().map(
      ({ state, month, counts }) => [`${state} 2025-${String(month).padStart(2, "0")}`, [...counts]] as const,
    );
    assert.deepEqual(
      new Map([...sums].sort()),
      new Map(published.filter(([, counts]) => counts.some((count) => count > 0)).sort()),
    );
  });

  test("reports on the calendar and nowhere else, and says which days are missing", () => {
    DATASETS.forEach((kind, dataset) => {
      const calendar = reportMonths(kind, 2025).flatMap(({ days }) => days);
      const reported = new Set(rows.date.filter((_, i) => ((rows.reports[i]! >> dataset) & 1) === 1));
      assert.deepEqual([...reported].sort(), calendar.sort());
    });
    const quality = qualityOf(rows);
    assert.equal(quality.rowsRead, quality.rowsKept);
    assert.equal(quality.missingDates.length, 306 - 113);
    assert.ok(quality.missingDates.includes("2025-08-01") && quality.missingDates.includes("2025-10-14"));
  });

  test("a dataset reports in a row just where it counts somebody", () => {
    let wrong = 0;
    for (let i = 0; i < rows.date.length; i++)
      DATASETS.forEach((kind, dataset) => {
        const counted = COUNTS_OF[kind].some((count) => rows.counts[count]![i]! > 0);
        if (counted !== (((rows.reports[i]! >> dataset) & 1) === 1)) wrong++;
      });
    assert.equal(wrong, 0);
  });

  test("has heavy tails: a tenth of the pincodes holds 35 to 70 % of the activity", () => {
    const sums = new Float64Array(rows.pincodes.length);
    for (const column of rows.counts)
      column.forEach((count, i) => {
        sums[rows.pincode[i]!]! += count;
      });
    const sorted = [...sums].sort((a, b) => b - a);
    const total = sorted.reduce((a, b) => a + b, 0);
    const top = sorted.slice(0, sorted.length / 10).reduce((a, b) => a + b, 0);
    assert.ok(top / total > 0.35 && top / total < 0.7, `${top / total}`);
  });

  test("plants 110 labelled departures of six kinds, each at a place of its own", () => {
    assert.equal(planted.length, 110);
    assert.equal(new Set(planted.map(({ kind }) => kind)).size, 6);
    assert.equal(new Set(planted.map(({ code }) => code)).size, 110);
    for (const { level, code, from, to } of planted) {
      assert.equal(gazetteer.find(code)?.level, level);
      assert.ok(from <= to && from > "2025-10-20" && to <= "2025-12-31");
    }
  });

  test("every departure is in the rows, as its label says", () => {
    const missed = planted.filter((anomaly) => !shows(anomaly, daily));
    assert.deepEqual(
      missed.map((anomaly) => ({ ...anomaly, ratios: ratios(anomaly, daily) })),
      [],
    );
  });
});

/** Counts by dataset, place and day, of the places in question. */
function sumByDay(rows: ActivityRows, codes: ReadonlySet<string>): Map<string, Map<number, number>>[] {
  const daily = DATASETS.map(() => new Map([...codes].map((code) => [code, new Map<number, number>()])));
  const first = parseDay("2025-09-01")!;
  for (let i = 0; i < rows.date.length; i++) {
    if (rows.date[i]! < first) continue;
    const district = rows.districts[rows.district[i]!]!;
    for (const code of [rows.pincodes[rows.pincode[i]!]!, district, district.slice(0, 5)])
      DATASETS.forEach((kind, dataset) => {
        const days = daily[dataset]!.get(code);
        const count = COUNTS_OF[kind].reduce((sum, at) => sum + rows.counts[at]![i]!, 0);
        days?.set(rows.date[i]!, (days.get(rows.date[i]!) ?? 0) + count);
      });
  }
  return daily;
}

/** By effect: the mean count a report day within the departure's span over that of the other daily reports. */
function ratios(anomaly: PlantedAnomaly, daily: Map<string, Map<number, number>>[]): number[] {
  const from = parseDay(anomaly.from)!;
  const to = parseDay(anomaly.to)!;
  return anomaly.effects.map(({ metric }) => {
    const reported = daily[DATASETS.indexOf(metric)]!.get(anomaly.code)!;
    const days = reportMonths(metric, 2025).flatMap((month) => (month.batch ? [] : month.days));
    const mean = (inside: boolean) => {
      const chosen = days.filter((day) => (day >= from && day <= to) === inside);
      return chosen.reduce((sum, day) => sum + (reported.get(day) ?? 0), 0) / chosen.length;
    };
    return mean(true) / mean(false);
  });
}

/** Whether every effect shows at least a third as strongly, on a logarithmic scale, as labelled. */
function shows(anomaly: PlantedAnomaly, daily: Map<string, Map<number, number>>[]): boolean {
  const found = ratios(anomaly, daily);
  const massive = anomaly.kind !== "MASS_MOVEMENT" || leastOf(anomaly, daily[1]!.get(anomaly.code)!) > 500;
  return (
    massive &&
    anomaly.effects.every(({ factor }, i) => {
      const ratio = found[i]!;
      if (Number.isNaN(ratio)) return factor === 0;
      if (factor === 0) return ratio === 0;
      return factor > 1 ? ratio > factor ** (1 / 3) : ratio < factor ** (1 / 3);
    })
  );
}

function leastOf({ from, to }: PlantedAnomaly, reported: ReadonlyMap<number, number>): number {
  const days = reportMonths("DEMOGRAPHIC_UPDATE", 2025).flatMap((month) => month.days);
  return Math.min(
    ...days
      .filter((day) => day >= parseDay(from)! && day <= parseDay(to)!)
      .map((day) => reported.get(day) ?? 0),
  );
}
