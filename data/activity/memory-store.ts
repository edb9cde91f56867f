import type { Gazetteer } from "../places/place.ts";
import { answerCalendar } from "./calendar/answer.ts";
import { type ActivityTables, buildTables } from "./cubes/tables.ts";
import { sumSeries, sumValues } from "./cubes/values.ts";
import type { Dataset } from "./dataset.ts";
import { formatDay } from "./day.ts";
import type { ActivityRows } from "./rows.ts";
import { answerStats, listStats } from "./stats/answer.ts";
import type { ActivityStore } from "./store.ts";

type About = Pick<Dataset, "version" | "source" | "publishedAt" | "quality">;

function pincodeLists(tables: ActivityTables): Uint16Array[] {
  return tables.districtPairs.map((pairs) => Uint16Array.from(pairs, (pair) => tables.pairs.pincode[pair]!));
}

function describe(tables: ActivityTables, rows: ActivityRows, about: About): Dataset {
  const { gazetteer, pairs, districtPairs } = tables;
  const districts = gazetteer.districts.filter((district) => districtPairs[district.index]!.length > 0);
  return {
    ...about,
    rows: rows.date.length,
    pincodes: new Set(pairs.pincode).size,
    districts: districts.length,
    states: new Set(districts.map((district) => district.state)).size,
    from: formatDay(tables.first),
    to: formatDay(tables.last),
  };
}

/**
 * The store that answers from this process's memory: about 33 bytes a row in prefix sums beside the rows.
 * Takes at least one row; the gazetteer must know every code of the rows.
 */
export function memoryStore(rows: ActivityRows, gazetteer: Gazetteer, about: About): ActivityStore {
  const tables = buildTables(rows, gazetteer);
  const dataset = describe(tables, rows, about);
  const pincodesByDistrict = pincodeLists(tables);
  return {
    dataset,
    gazetteer,
    populated(place) {
      return !Number.isNaN(
        sumValues(tables, { places: [place], metric: "ACTIVITY", from: tables.first, to: tables.last })[0]!,
      );
    },
    pincodesOf: (district) => Array.from(pincodesByDistrict[district] ?? []),
    values: async (query, signal) => {
      signal?.throwIfAborted();
      return sumValues(tables, query);
    },
    series: async (query, signal) => {
      signal?.throwIfAborted();
      return sumSeries(tables, query);
    },
    calendar: async (query, signal) => {
      signal?.throwIfAborted();
      return answerCalendar(tables, query);
    },
    stats: (query, signal) => answerStats(tables, dataset.version, query, signal),
    list: (query, signal) => listStats(tables, query, signal),
  };
}
