import { METRICS } from "../../data/activity/metric.ts";
import { Fault } from "../../data/fault.ts";
import type { Gazetteer, Place } from "../../data/places/place.ts";
import type { Period } from "../../engines/assistant/period-kind.ts";
import { INTENTS, type Understood } from "../../engines/assistant/understood.ts";

/** The longest that is read. */
const LONGEST = 4096;

/** A reading as text, for the caller to send back with the next question: places by their codes, nothing of the question's own words. */
export function writePrevious(read: Understood): string {
  const { choices, why, places, ...rest } = read;
  const bare = (period: Period) => ({ ...period, words: "" });
  const plain = {
    ...rest,
    places: places.map(({ code }) => code),
    period: bare(read.period),
    compared: read.compared === null ? null : bare(read.compared),
  };
  return Buffer.from(JSON.stringify(plain)).toString("base64url");
}

const refused = () =>
  new Fault(
    "BAD_USER_INPUT",
    "previous is none that this service gave: send back an answer's `previous`, or none.",
  );

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const among = <T>(values: readonly T[], value: unknown): T => {
  if (!values.includes(value as T)) throw refused();
  return value as T;
};
const orNull = <T>(value: unknown, read: (value: unknown) => T): T | null =>
  value === null ? null : read(value);

function day(value: unknown): number {
  if (!Number.isInteger(value) || Math.abs(value as number) > 100_000) throw refused();
  return value as number;
}

function period(value: unknown): Period {
  if (!isFields(value)) throw refused();
  const kind = among(["ALL", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "RANGE"] as const, value.kind);
  const [from, to] = [day(value.from), day(value.to)];
  if (from > to) throw refused();
  return { from, to, kind, words: "", relative: value.relative === true, outside: value.outside === true };
}

function places(value: unknown, { find }: Gazetteer): Place[] {
  if (!Array.isArray(value) || value.length > 4) throw refused();
  return value.map((code) => {
    const place = typeof code === "string" ? find(code) : undefined;
    if (place === undefined) throw refused();
    return place;
  });
}

const FIGURES = [
  "SCHOOL_SEATS",
  "HOSPITAL_BEDS",
  "POLICE",
  "DOCTORS",
  "SKILL_PLACES",
  "BIOMETRIC_DUE",
  "BUDGET_STRESS",
] as const;

/**
 * What writePrevious wrote. It comes from the caller: every part is checked, and nothing else is taken.
 * @throws Fault BAD_USER_INPUT
 */
export function readPrevious(text: string, gazetteer: Gazetteer): Understood {
  if (text.length > LONGEST) throw refused();
  let given: unknown;
  try {
    given = JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    throw refused();
  }
  if (!isFields(given)) throw refused();
  const { rank, horizon, otherMetrics } = given;
  if (!Array.isArray(otherMetrics) || otherMetrics.length > METRICS.length) throw refused();
  const count = (value: unknown, most: number) => {
    if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > most) throw refused();
    return value as number;
  };
  const fields = (value: unknown): Fields => {
    if (!isFields(value)) throw refused();
    return value;
  };
  const term = (value: unknown) => {
    if (typeof value !== "string" || !/^[A-Z_]{1,40}$/.test(value)) throw refused();
    return value;
  };
  return {
    intent: among(INTENTS, given.intent),
    places: places(given.places, gazetteer),
    metric: orNull(given.metric, (value) => among(METRICS, value)),
    otherMetrics: otherMetrics.map((value) => among(METRICS, value)),
    sector: orNull(given.sector, (value) =>
      among(["EDUCATION", "HUNGER", "RURAL", "ELECTORAL", "LABOUR"] as const, value),
    ),
    riskLevel: orNull(given.riskLevel, (value) =>
      among(["LOW", "MEDIUM", "HIGH", "CRITICAL"] as const, value),
    ),
    period: period(given.period),
    compared: orNull(given.compared, period),
    rank: orNull(rank, (value) => ({
      direction: among(["ASC", "DESC"] as const, fields(value).direction),
      count: count(fields(value).count, 100),
    })),
    grouping: orNull(given.grouping, (value) => among(["STATE", "DISTRICT", "PINCODE"] as const, value)),
    grain: orNull(given.grain, (value) => among(["DAY", "WEEK", "MONTH", "QUARTER", "YEAR"] as const, value)),
    horizon: orNull(horizon, (value) => ({
      unit: among(["DAY", "YEAR"] as const, fields(value).unit),
      count: count(fields(value).count, 365),
    })),
    figure: orNull(given.figure, (value) => among(FIGURES, value)),
    term: orNull(given.term, term),
    reason: null,
    pending: orNull(given.pending, (value) => among(INTENTS, value)),
    choices: [],
    followsUp: given.followsUp === true,
    confidence: 1,
    why: [],
  };
}
