import type { Metric } from "../../data/activity/metric.ts";
import type { Language } from "../../data/places/place.ts";
import type { Figure, Grouping } from "../../engines/assistant/understood.ts";
import type { RiskLevel } from "../../engines/risk/level.ts";
import type { Words } from "../../engines/words.ts";

/** What each metric counts, within a sentence. */
export const METRIC_WORDS: Readonly<Record<Metric, Words>> = {
  ENROLMENT_AGE_0_5: { EN: "enrolments of ages 0–5", HI: "0–5 वर्ष के नामांकन" },
  ENROLMENT_AGE_5_17: { EN: "enrolments of ages 5–17", HI: "5–17 वर्ष के नामांकन" },
  ENROLMENT_AGE_18_PLUS: { EN: "enrolments of ages 18 and over", HI: "18 वर्ष और अधिक के नामांकन" },
  DEMOGRAPHIC_UPDATE_AGE_5_17: {
    EN: "demographic updates of ages 5–17",
    HI: "5–17 वर्ष के जनसांख्यिकीय अद्यतन",
  },
  DEMOGRAPHIC_UPDATE_AGE_17_PLUS: {
    EN: "demographic updates of ages 17 and over",
    HI: "17 वर्ष और अधिक के जनसांख्यिकीय अद्यतन",
  },
  BIOMETRIC_UPDATE_AGE_5_17: { EN: "biometric updates of ages 5–17", HI: "5–17 वर्ष के बायोमेट्रिक अद्यतन" },
  BIOMETRIC_UPDATE_AGE_17_PLUS: {
    EN: "biometric updates of ages 17 and over",
    HI: "17 वर्ष और अधिक के बायोमेट्रिक अद्यतन",
  },
  ENROLMENT: { EN: "enrolments", HI: "नामांकन" },
  DEMOGRAPHIC_UPDATE: { EN: "demographic updates", HI: "जनसांख्यिकीय अद्यतन" },
  BIOMETRIC_UPDATE: { EN: "biometric updates", HI: "बायोमेट्रिक अद्यतन" },
  ACTIVITY: { EN: "enrolments and updates together", HI: "नामांकन और अद्यतन कुल मिलाकर" },
};

export const GROUPING_WORDS: Readonly<Record<Grouping, Words>> = {
  STATE: { EN: "states", HI: "राज्यों" },
  DISTRICT: { EN: "districts", HI: "ज़िलों" },
  PINCODE: { EN: "pincodes", HI: "पिनकोडों" },
};

export const LEVEL_WORDS: Readonly<Record<RiskLevel, Words>> = {
  LOW: { EN: "low", HI: "निम्न" },
  MEDIUM: { EN: "medium", HI: "मध्यम" },
  HIGH: { EN: "high", HI: "उच्च" },
  CRITICAL: { EN: "critical", HI: "गंभीर" },
};

/** The planning figures that a question may name, by the graph's own fields. */
export const FIGURE_FIELDS: Readonly<
  Record<Exclude<Figure, "BUDGET_STRESS">, readonly (readonly [field: string, words: Words])[]>
> = {
  SCHOOL_SEATS: [["schoolSeats", { EN: "school seats", HI: "स्कूल सीटें" }]],
  HOSPITAL_BEDS: [["hospitalBeds", { EN: "hospital beds", HI: "अस्पताल बिस्तर" }]],
  POLICE: [["police", { EN: "police", HI: "पुलिस बल" }]],
  DOCTORS: [["doctors", { EN: "doctors", HI: "डॉक्टर" }]],
  SKILL_PLACES: [["skillPlaces", { EN: "places of skill training", HI: "कौशल प्रशिक्षण स्थान" }]],
  BIOMETRIC_DUE: [
    ["updatesDueAt5", { EN: "mandatory biometric updates at age 5", HI: "5 वर्ष पर अनिवार्य बायोमेट्रिक अद्यतन" }],
    [
      "updatesDueAt15",
      { EN: "mandatory biometric updates at age 15", HI: "15 वर्ष पर अनिवार्य बायोमेट्रिक अद्यतन" },
    ],
  ],
};

export const STRESS_WORDS: Readonly<Record<string, Words>> = {
  LOW: { EN: "low", HI: "कम" },
  MEDIUM: { EN: "medium", HI: "मध्यम" },
  HIGH: { EN: "high", HI: "अधिक" },
  CRITICAL: { EN: "critical", HI: "गंभीर" },
};

/** Joins words as a list. */
export function listed(items: readonly string[], language: Language): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(", ")} ${language === "EN" ? "and" : "और"} ${last}`;
}
