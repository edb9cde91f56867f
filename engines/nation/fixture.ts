import { columnsOfRows, FIXTURE_ABOUT, type FixtureRow } from "../../data/activity/fixture.ts";
import { memoryStore } from "../../data/activity/memory-store.ts";
import type { ActivityRows } from "../../data/activity/rows.ts";
import type { ActivityStore } from "../../data/activity/store.ts";
import type { Gazetteer, Pincode } from "../../data/places/place.ts";
import { makeRandom } from "../../data/sample/random.ts";

/** Day numbers of the fixture's first day and of its spike; 2025-09-01 and 2025-11-10. */
export const WATCHED_FROM = 20_332;
export const SPIKE_DAY = 20_402;
const DAYS = 90;
const USUAL = 40;
const SPIKE = 400;

/**
 * Three months, or so many days, of demographic updates of these pincodes, some 40 a day, and ten times that of one on
 * one day; and a batch of the whole month before, dated the 1st, six days before which and after which nobody reports.
 */
export function watchedRows(
  { districts }: Gazetteer,
  pincodes: readonly Pincode[],
  spiky: string,
  days: number = DAYS,
): ActivityRows {
  const rows: FixtureRow[] = [];
  for (const [at, { code, district }] of pincodes.entries()) {
    const random = makeRandom(11 + at);
    const row = (date: number, count: number): FixtureRow => ({
      pincode: code,
      district: districts[district]!.code,
      date,
      reports: 2,
      counts: [0, 0, 0, 0, count, 0, 0],
    });
    rows.push(row(WATCHED_FROM - 31, USUAL * 31));
    for (let day = 0; day < days; day++) {
      const date = WATCHED_FROM + 7 + day;
      const usual = USUAL - 8 + random.below(17);
      rows.push(row(date, code === spiky && date === SPIKE_DAY ? SPIKE : usual));
    }
  }
  return columnsOfRows(rows);
}

/** The store over all pincodes of a gazetteer, watched for three months. */
export function watchedStore(gazetteer: Gazetteer, spiky: string): ActivityStore {
  return memoryStore(watchedRows(gazetteer, gazetteer.pincodes, spiky), gazetteer, FIXTURE_ABOUT);
}
