import { readFileSync } from "node:fs";
import { Fault } from "../../data/fault.ts";

/** First year with an official population, and the year of the census whose ages are the base. */
export const CENSUS_YEAR = 2011;

/** The official figures of one state that a projection rests on. Codes are ISO 3166-2:IN. */
export interface StateFacts {
  readonly code: string;
  /** Persons on 1 March of 2011, 2012, …: one for each year the facts reach. */
  readonly population: readonly number[];
  /** Persons by five-year age band 0-4 … 75-79, 80+ at the census of 2011; of the former state where it was divided. */
  readonly census: readonly number[];
  /** Births and deaths per 1,000 persons, by year. */
  readonly births: ReadonlyMap<number, number>;
  readonly deaths: ReadonlyMap<number, number>;
  /** Children per woman and deaths under one year per 1,000 births, each with its year; null where not known. */
  readonly fertility: { readonly year: number; readonly rate: number } | null;
  readonly infant: { readonly year: number; readonly rate: number } | null;
}

export interface Facts {
  /** Last year with an official population: the base year of a projection. */
  readonly year: number;
  /** Sorted by code. */
  readonly states: readonly StateFacts[];
}

/** Whose figures serve where a state has none of its own, since it was part of the other when they were counted. */
const PART_OF: Readonly<Record<string, string>> = { "IN-LA": "IN-JK", "IN-TG": "IN-AP" };

/** The survey of 2023-24 and the rates of 2022 speak of a time in the middle of what they cover. */
const [FERTILITY_YEAR, INFANT_YEAR] = [2023, 2022];

interface Table {
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<string, readonly string[]>;
}

function readTable(name: string): Table {
  const text = readFileSync(new URL(`./facts/${name}.csv`, import.meta.url), "utf8");
  const [header, ...lines] = text
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith("#"));
  const rows = new Map(lines.map((line) => [line.slice(0, line.indexOf(",")), line.split(",").slice(1)]));
  return { columns: header!.split(",").slice(1), rows };
}

function readFacts(): Facts {
  const population = readTable("population");
  const census = readTable("census-2011-ages");
  const vital = readTable("vital-rates");
  const fertility = readTable("fertility");
  const own = (table: Table, code: string) =>
    (table.rows.get(code) ?? table.rows.get(PART_OF[code] ?? ""))?.map(Number);
  const states = [...population.rows.keys()].sort().map((code): StateFacts => {
    const rates = own(vital, code)!;
    const ofKind = (kind: string) =>
      new Map(
        vital.columns.flatMap((column, index) => {
          const [name, year] = column.split("_") as [string, string];
          return name === kind ? [[Number(year), rates[index]!] as const] : [];
        }),
      );
    const [tfr = "", imr = ""] = fertility.rows.get(code) ?? [];
    return {
      code,
      population: population.rows.get(code)!.map(Number),
      census: withNotStated(own(census, code)!),
      births: ofKind("births"),
      deaths: ofKind("deaths"),
      fertility: tfr === "" ? null : { year: FERTILITY_YEAR, rate: Number(tfr) },
      infant: imr === "" ? null : { year: INFANT_YEAR, rate: Number(imr) },
    };
  });
  return { year: CENSUS_YEAR + population.columns.length - 1, states };
}

/** The bands with those who stated no age spread over all of them in proportion. */
function withNotStated(bands: readonly number[]): number[] {
  const stated = bands.slice(0, -1);
  const persons = stated.reduce((total, band) => total + band, 0);
  return stated.map((band) => band * (1 + bands.at(-1)! / persons));
}

let loaded: Facts | undefined;

/** The committed official figures of the 36 states and union territories. Read once a process. */
export function loadFacts(): Facts {
  loaded ??= readFacts();
  return loaded;
}

/** First year a projection may start from: one later than the census, so that there is a growth to go by. */
export const FIRST_BASE_YEAR = CENSUS_YEAR + 1;

/**
 * The facts as they stood in a year: no population, rate or survey of a later one. A year before the first vital
 * rates (2014) keeps those of 2014, since nothing older is at hand.
 * @throws Fault BAD_USER_INPUT for a year before 2012 or after the last fact
 */
export function factsUpTo(facts: Facts, year: number): Facts {
  if (!Number.isInteger(year) || year < FIRST_BASE_YEAR || year > facts.year) {
    const range = `a whole year from ${FIRST_BASE_YEAR} to ${facts.year}`;
    throw new Fault("BAD_USER_INPUT", `The base year is ${year}; give ${range}.`);
  }
  const rates = (map: ReadonlyMap<number, number>) => {
    const first = Math.min(...map.keys());
    return new Map([...map].filter(([of]) => of <= Math.max(year, first)));
  };
  return {
    year,
    states: facts.states.map((state) => ({
      ...state,
      population: state.population.slice(0, year - CENSUS_YEAR + 1),
      births: rates(state.births),
      deaths: rates(state.deaths),
      fertility: state.fertility !== null && state.fertility.year < year ? state.fertility : null,
      infant: state.infant !== null && state.infant.year < year ? state.infant : null,
    })),
  };
}
