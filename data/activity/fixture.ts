import type { District, Gazetteer, Pincode, Place, State } from "../places/place.ts";
import type { ActivityRows } from "./rows.ts";

/** A published key with its seven counts and the mask of datasets that published it. */
export interface FixtureRow {
  readonly pincode: string;
  readonly district: string;
  readonly date: number;
  readonly reports: number;
  readonly counts: readonly number[];
}

const named = (name: string) => ({ name: { EN: name, HI: name }, latitude: null, longitude: null });

/** Two states, three districts and four pincodes, as tests need them: IN-AA/one, IN-AA/two, IN-BB/three, 100001 … 100004. */
export function fixtureGazetteer(): Gazetteer {
  const country = { level: "COUNTRY", index: 0, code: "IN", ...named("India") } as const;
  const states = ["IN-AA", "IN-BB"].map(
    (code, index): State => ({ level: "STATE", index, code, ...named(code) }),
  );
  const districts = ["IN-AA/one", "IN-AA/two", "IN-BB/three"].map(
    (code, index): District => ({ level: "DISTRICT", index, code, state: index >> 1, ...named(code) }),
  );
  const pincodes = ["100001", "100002", "100003", "100004"].map(
    (code, index): Pincode => ({
      level: "PINCODE",
      index,
      code,
      district: Math.min(index, 2),
      ...named(code),
    }),
  );
  const byCode = new Map<string, Place>(
    [country, ...states, ...districts, ...pincodes].map((place) => [place.code, place]),
  );
  return { country, states, districts, pincodes, find: (code) => byCode.get(code) };
}

const byKey = (a: FixtureRow, b: FixtureRow) =>
  a.pincode.localeCompare(b.pincode) || a.district.localeCompare(b.district) || a.date - b.date;

/** Columns of literal rows, sorted; a key given twice keeps its first row only. */
export function columnsOfRows(literal: readonly FixtureRow[]): ActivityRows {
  const rows = literal.toSorted(byKey).filter((row, at, all) => at === 0 || byKey(all[at - 1]!, row) !== 0);
  const districts = [...new Set(rows.map((row) => row.district))].toSorted();
  const pincodes = [...new Set(rows.map((row) => row.pincode))].toSorted();
  return {
    districts,
    pincodes,
    date: Uint16Array.from(rows, (row) => row.date),
    district: Uint16Array.from(rows, (row) => districts.indexOf(row.district)),
    pincode: Uint16Array.from(rows, (row) => pincodes.indexOf(row.pincode)),
    reports: Uint8Array.from(rows, (row) => row.reports),
    counts: [0, 1, 2, 3, 4, 5, 6].map((count) => Uint32Array.from(rows, (row) => row.counts[count]!)),
  };
}

/** A quality report of nothing refused, for stores made in tests. */
export const FIXTURE_ABOUT = {
  version: "0123456789abcdef",
  source: "OFFICIAL",
  publishedAt: "2026-01-04T00:00:00.000Z",
  quality: {
    rowsRead: 0,
    rowsKept: 0,
    duplicates: 0,
    rejected: 0,
    reasons: [],
    renamedStates: 0,
    renamedDistricts: 0,
    missingDates: [],
  },
} as const;
