import { columnsOfRows, FIXTURE_ABOUT, type FixtureRow } from "../../data/activity/fixture.ts";
import { memoryStore } from "../../data/activity/memory-store.ts";
import type { ActivityStore } from "../../data/activity/store.ts";
import type { Gazetteer } from "../../data/places/place.ts";
import { makeRandom } from "../../data/sample/random.ts";

/** Day numbers of the fixture's first day and of its spike; 2025-09-01 and 2025-11-10. */
export const WATCHED_FROM = 20_332;
export const SPIKE_DAY = 20_402;
const DAYS = 90;
const USUAL = 40;
const SPIKE = 400;

/**
 * Three months of demographic updates of every pincode of a gazetteer, some 40 a day, and ten times that of one on one
 * day; and a batch of the whole month before, dated the 1st, six days before which and after which nobody reports.
 */
export function watchedStore(gazetteer: Gazetteer, spiky: string): ActivityStore {
  const random = makeRandom(11);
  const rows: FixtureRow[] = [];
  for (const { code, district } of gazetteer.pincodes) {
    const row = (date: number, count: number): FixtureRow => ({
      pincode: code,
      district: gazetteer.districts[district]!.code,
      date,
      reports: 2,
      counts: [0, 0, 0, 0, count, 0, 0],
    });
    rows.push(row(WATCHED_FROM - 31, USUAL * 31));
    for (let day = 0; day < DAYS; day++) {
      const date = WATCHED_FROM + 7 + day;
      const count = code === spiky && date === SPIKE_DAY ? SPIKE : USUAL - 8 + random.below(17);
      rows.push(row(date, count));
    }
  }
  return memoryStore(columnsOfRows(rows), gazetteer, FIXTURE_ABOUT);
}
