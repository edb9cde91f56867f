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
  const { version, source, publishedAt, quality } = about;
  return {
    version,
    source,
    publishedAt,
    quality,
    rows: rows.date.length,
    pincodes: new Set(pairs.pincode).size,
    districts: districts.length,
    states: new Set(districts.map((district) => district.state)).size,
    from: formatDay(tables.first),
    to: formatDay(tables.last),
  };
}

/** What a store is made of: plain data beside the gazetteer, so that another thread can prepare it. */
export interface Prepared {
  readonly tables: ActivityTables;
  readonly dataset: Dataset;
}

/** Builds the cubes of at least one row; the gazetteer must know every code of the rows. */
export function prepare(rows: ActivityRows, gazetteer: Gazetteer, about: About): Prepared {
  const tables = buildTables(rows, gazetteer);
  return { tables, dataset: describe(tables, rows, about) };
}

/** The store that answers from this process's memory: about 37 bytes a row in prefix sums beside the rows. */
export function storeOf({ tables, dataset }: Prepared): ActivityStore {
  const pincodesByDistrict = pincodeLists(tables);
  return {
    dataset,
    gazetteer: tables.gazetteer,
    populated(place) {
      return !Number.isNaN(
        sumValues(tables, { places: [place], metric: "ACTIVITY", from: tables.first, to: tables.last })[0]!,
      );
    },
    pincodesOf: (district) => Array.from(pincodesByDistrict[district] ?? []),
    districtsOf(pincode) {
      const { district, pincodeStart } = tables.pairs;
      return Array.from(district.subarray(pincodeStart[pincode], pincodeStart[pincode + 1]));
    },
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

/** A store over rows, made in one go: for callers that nobody waits behind. */
export function memoryStore(rows: ActivityRows, gazetteer: Gazetteer, about: About): ActivityStore {
  return storeOf(prepare(rows, gazetteer, about));
}
