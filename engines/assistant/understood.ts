import type { Metric } from "../../data/activity/metric.ts";
import type { Gazetteer, Language, Place } from "../../data/places/place.ts";
import type { Sector } from "../risk/formulas.ts";
import type { RiskLevel } from "../risk/level.ts";
import type { Period } from "./period-kind.ts";

/** What a question asks for; the last two are asked back or refused. */
export const INTENTS = [
  "VALUE",
  "TREND",
  "RANKING",
  "COMPARISON",
  "SHARE",
  "RISK",
  "ANOMALIES",
  "FORECAST",
  "PROJECTION",
  "PLANNING",
  "DATA_QUALITY",
  "DEFINITION",
  "HELP",
  "OUT_OF_SCOPE",
  "UNSURE",
] as const;
export type Intent = (typeof INTENTS)[number];

export type { RiskLevel, Sector };
export type Role = "POLICE" | "EDUCATION" | "HEALTH" | "BUDGET" | "DISTRICT_ADMIN" | "STATE_GOVT" | "SKILL";
/** The level that a ranking or a list is split into. */
export type Grouping = "STATE" | "DISTRICT" | "PINCODE";
export type Grain = "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR";

/** The planning figure asked for. */
export type Figure =
  | "SCHOOL_SEATS"
  | "HOSPITAL_BEDS"
  | "POLICE"
  | "DOCTORS"
  | "SKILL_PLACES"
  | "BIOMETRIC_DUE"
  | "BUDGET_STRESS";

/** Why a question cannot be answered, or what it left open. */
export type Reason =
  | "EMPTY"
  | "TOO_LONG"
  | "UNREADABLE"
  | "PERSONAL_DATA"
  | "INJECTION"
  | "OTHER_COUNTRY"
  | "OTHER_SUBJECT"
  | "NOT_IN_DATA"
  | "CAUSE_UNKNOWN"
  | "UNKNOWN_PLACE"
  | "AMBIGUOUS_PLACE"
  | "AMBIGUOUS_METRIC"
  | "TOO_MANY_PLACES"
  | "NO_PREVIOUS"
  | "UNCLEAR";

/** One concrete reading to choose: of a place, or of a metric. */
export type Choice =
  | { readonly kind: "PLACE"; readonly place: Place }
  | { readonly kind: "METRIC"; readonly metric: Metric };

export interface Rank {
  /** DESC names the largest first. */
  readonly direction: "ASC" | "DESC";
  /** How many are asked for, 1..100. */
  readonly count: number;
}

/** How far ahead: days of a forecast (1..365) or years of a projection (1..50). */
export interface Horizon {
  readonly unit: "DAY" | "YEAR";
  readonly count: number;
}

/** A question's reading: plain data, the same for the same question and context. Null is "not asked, not needed". */
export interface Understood {
  readonly intent: Intent;
  /** As named, in their order, at most four; else the context's; none stands for all of India. */
  readonly places: readonly Place[];
  /** Named, or else the intent's and role's usual one; null where the intent needs none and none is named. */
  readonly metric: Metric | null;
  /** Further metrics named beside it. */
  readonly otherMetrics: readonly Metric[];
  readonly sector: Sector | null;
  readonly riskLevel: RiskLevel | null;
  readonly period: Period;
  /** What the period is compared with; the earlier of the two. */
  readonly compared: Period | null;
  readonly rank: Rank | null;
  readonly grouping: Grouping | null;
  readonly grain: Grain | null;
  readonly horizon: Horizon | null;
  readonly figure: Figure | null;
  /** The glossary key that a DEFINITION asks for. */
  readonly term: string | null;
  /** Why it is refused or asked back; null where it is answered. */
  readonly reason: Reason | null;
  /** What it asks for, where it is asked back: the answer to that completes it. */
  readonly pending: Intent | null;
  /** Readings to ask back with; none where the question is answered. */
  readonly choices: readonly Choice[];
  /** Whether it leans on the previous question. */
  readonly followsUp: boolean;
  /** 0..1. */
  readonly confidence: number;
  /** What the reading rests on, one code a line: never the question's own text. */
  readonly why: readonly string[];
}

export interface Context {
  readonly gazetteer: Gazetteer;
  /** First and last day of the dataset. Relative periods count back from the last. */
  readonly coverage: { readonly from: number; readonly to: number };
  readonly role: Role;
  /** Where the asker is at home: stands in for a place not named and decides between namesakes. */
  readonly place?: Place | undefined;
  readonly language: Language;
  /** The previous question's reading. */
  readonly previous?: Understood | undefined;
}
