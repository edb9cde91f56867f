import type { Metric } from "../../data/activity/metric.ts";
import type { Language, PlaceLevel } from "../../data/places/place.ts";
import type { Role } from "../../engines/assistant/understood.ts";
import type { PlanningFigures } from "../../engines/projection/planning.ts";
import type { Sector } from "../../engines/risk/formulas.ts";
import type { RiskLevel } from "../../engines/risk/level.ts";

interface Named {
  readonly code: string;
  readonly name: string;
}

interface Bucket {
  readonly date: string;
  readonly value: number | null;
}

/** What the graph gives for schema/report-document.ts. */
export interface ReportContent {
  readonly id: string | null;
  readonly role: Role;
  readonly language: Language;
  readonly caveats: readonly string[];
  readonly dataset: {
    readonly version: string;
    readonly source: "OFFICIAL" | "SAMPLE";
    readonly from: string;
    readonly to: string;
    readonly rows: number;
    readonly quality: {
      readonly rowsRead: number;
      readonly rowsKept: number;
      readonly duplicates: number;
      readonly rejected: number;
    };
  };
  readonly place: Named & {
    readonly level: PlaceLevel;
    readonly ancestors: readonly Named[];
    readonly enrolment: readonly Bucket[];
    readonly demographic: readonly Bucket[];
    readonly biometric: readonly Bucket[];
    readonly risk: {
      readonly score: number;
      readonly level: RiskLevel;
      readonly explanation: string;
      readonly sectors: readonly {
        readonly sector: Sector;
        readonly name: string;
        readonly score: number;
        readonly level: RiskLevel;
        readonly explanation: string;
      }[];
    } | null;
    readonly peers: readonly (Named & { readonly risk: { readonly score: number } | null })[] | null;
  };
  readonly situation: readonly {
    readonly metric: Metric;
    readonly total: number | null;
    readonly rank: number | null;
    readonly siblings: number;
    readonly share: number | null;
    readonly month: {
      readonly from: string;
      readonly value: number | null;
      readonly changeRatio: number | null;
    } | null;
  }[];
  readonly coverage: { readonly reportDays: number; readonly batches: number; readonly missingDays: number };
  readonly alerts:
    | readonly {
        readonly id: string;
        readonly severity: "NOTICE" | "WARNING" | "CRITICAL";
        readonly from: string;
        readonly to: string;
        readonly explanation: string;
      }[]
    | null;
  readonly forecast: {
    readonly method: string;
    readonly total: number;
    readonly points: readonly {
      readonly date: string;
      readonly mean: number;
      readonly lower80: number;
      readonly upper80: number;
    }[];
    readonly notes: readonly string[];
    readonly accuracy: {
      readonly mase: number;
      readonly seasonalNaiveMase: number;
      readonly coverage80: number;
      readonly origins: number;
    } | null;
  } | null;
  readonly projection: {
    readonly notes: readonly string[];
    readonly base: { readonly year: number; readonly population: number };
    readonly years: readonly {
      readonly year: number;
      readonly population: number;
      readonly stress: RiskLevel;
      readonly planning: Omit<PlanningFigures, "year">;
    }[];
  } | null;
  readonly actions:
    | readonly {
        readonly sector: Sector;
        readonly level: RiskLevel;
        readonly trigger: string;
        readonly action: string;
      }[]
    | null;
}
