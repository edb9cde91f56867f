import { type ExecutionResult, graphql } from "graphql";
import { parseDay } from "../data/activity/day.ts";
import { columnsOfRows, FIXTURE_ABOUT, type FixtureRow } from "../data/activity/fixture.ts";
import { memoryStore } from "../data/activity/memory-store.ts";
import type { ActivityStore } from "../data/activity/store.ts";
import type { District, Gazetteer, Pincode, Place, State } from "../data/places/place.ts";
import { createContext } from "./context.ts";
import { type Engines, NO_ENGINES } from "./engines.ts";
import { schema } from "./schema.ts";

type Literal = readonly [code: string, english: string, hindi: string, latitude?: number, longitude?: number];

const STATES: readonly Literal[] = [
  ["IN-LA", "Ladakh", "लद्दाख", 34.17, 77.58],
  ["IN-TG", "Telangana", "तेलंगाना", 17.85, 79.12],
  ["IN-TN", "Tamil Nadu", "तमिलनाडु", 11.13, 78.66],
];
const DISTRICTS: readonly Literal[] = [
  ["IN-TG/hyderabad", "Hyderabad", "हैदराबाद", 17.39, 78.49],
  ["IN-TG/medak", "Medak", "मेदक", 18.05, 78.26],
  ["IN-TN/chennai", "Chennai", "चेन्नई", 13.08, 80.27],
];
const PINCODES: readonly (readonly [home: number, ...Literal])[] = [
  [0, "500001", "Hyderabad G.P.O.", "Hyderabad G.P.O.", 17.3897, 78.4776],
  [0, "500003", "Secunderabad", "Secunderabad", 17.4399, 78.4983],
  [1, "502032", "Ramachandrapuram", "Ramachandrapuram", 17.5169, 78.3],
  [1, "502110", "Medak", "Medak", 18.0453, 78.2608],
  [2, "600001", "Chennai G.P.O.", "Chennai G.P.O.", 13.0918, 80.2899],
  [2, "600999", "Chennai unplaced", "Chennai unplaced"],
];

const base = ([code, EN, HI, latitude, longitude]: Literal, index: number) => ({
  index,
  code,
  name: { EN, HI },
  latitude: latitude ?? null,
  longitude: longitude ?? null,
});

/** Three states (Ladakh has no rows), three districts, six pincodes; 600999 has no coordinates. */
export function tinyGazetteer(): Gazetteer {
  const country = { level: "COUNTRY", ...base(["IN", "India", "भारत", 22.35, 78.67], 0) } as const;
  const states = STATES.map((one, at): State => ({ level: "STATE", ...base(one, at) }));
  const districts = DISTRICTS.map(
    (one, at): District => ({
      level: "DISTRICT",
      ...base(one, at),
      state: states.findIndex(({ code }) => one[0].startsWith(code)),
    }),
  );
  const pincodes = PINCODES.map(
    ([home, ...one], at): Pincode => ({ level: "PINCODE", ...base(one, at), district: home }),
  );
  const all: Place[] = [country, ...states, ...districts, ...pincodes];
  const byCode = new Map(all.map((place) => [place.code, place]));
  return { country, states, districts, pincodes, find: (code) => byCode.get(code) };
}

const row = (
  pincode: string,
  district: string,
  date: string,
  reports: number,
  counts: number[],
): FixtureRow => ({
  pincode,
  district,
  date: parseDay(date)!,
  reports,
  counts,
});

/** 502032, at home in Medak, publishes in Hyderabad too; 500003 files a zero on 2025-12-02; nobody reports on the 3rd. */
const ROWS: readonly FixtureRow[] = [
  row("500001", "IN-TG/hyderabad", "2025-11-30", 1, [5, 3, 0, 0, 0, 0, 0]),
  row("500001", "IN-TG/hyderabad", "2025-12-01", 7, [4, 2, 1, 10, 20, 30, 40]),
  row("500003", "IN-TG/hyderabad", "2025-12-02", 1, [0, 0, 0, 0, 0, 0, 0]),
  row("502032", "IN-TG/hyderabad", "2025-12-02", 1, [2, 0, 0, 0, 0, 0, 0]),
  row("502032", "IN-TG/medak", "2025-12-04", 3, [6, 1, 0, 2, 3, 0, 0]),
  row("600001", "IN-TN/chennai", "2025-12-01", 5, [8, 1, 1, 0, 0, 7, 9]),
  row("600999", "IN-TN/chennai", "2025-12-04", 1, [3, 0, 0, 0, 0, 0, 0]),
];

/** The real in-memory store over these rows. */
export function tinyStore(): ActivityStore {
  return memoryStore(columnsOfRows(ROWS), tinyGazetteer(), {
    ...FIXTURE_ABOUT,
    quality: {
      ...FIXTURE_ABOUT.quality,
      rowsRead: 9,
      rowsKept: 7,
      duplicates: 1,
      rejected: 1,
      reasons: [
        { code: "BAD_DATE", rows: 1, example: "enrolment.csv:9: 31-02-2025,Telangana,Medak,502110,1,0,0" },
      ],
      missingDates: ["2025-12-03"],
    },
  });
}

/** Runs a query on a store as the server would, without the server. Answers as plain JSON, as a caller reads it. */
export async function ask(
  store: ActivityStore,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
  engines: Engines = NO_ENGINES,
): Promise<ExecutionResult> {
  const contextValue = createContext(store, { engines });
  return graphql({ schema, source, variableValues, contextValue });
}

/** The data of a query that must give no error, as plain JSON. */
export async function answer(
  store: ActivityStore,
  source: string,
  variables = {},
  engines?: Engines,
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape.
): Promise<any> {
  const { data, errors } = await ask(store, source, variables, engines);
  if (errors) throw errors[0]!;
  return JSON.parse(JSON.stringify(data));
}
