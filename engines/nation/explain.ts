import { formatDay } from "../../data/activity/day.ts";
import type { DatasetKind } from "../../data/activity/metric.ts";
import type { Language } from "../../data/places/place.ts";
import type { Finding } from "./findings.ts";
import type { FindingKind } from "./parameters.ts";

/** What each dataset counts, in words. */
export const DATASET_WORDS: Readonly<Record<Language, Readonly<Record<DatasetKind, string>>>> = {
  EN: {
    ENROLMENT: "enrolments",
    DEMOGRAPHIC_UPDATE: "demographic updates",
    BIOMETRIC_UPDATE: "biometric updates",
  },
  HI: {
    ENROLMENT: "नामांकन",
    DEMOGRAPHIC_UPDATE: "जनसांख्यिकीय अद्यतन",
    BIOMETRIC_UPDATE: "बायोमेट्रिक अद्यतन",
  },
};

const LOCALES: Readonly<Record<Language, string>> = { EN: "en-IN", HI: "hi-IN" };

/** What the sentences are made of, as words of a language. */
interface Words {
  readonly place: string;
  readonly dataset: string;
  readonly peak: string;
  readonly from: string;
  readonly to: string;
  readonly observed: string;
  readonly expected: string;
  readonly lower: string;
  readonly upper: string;
  readonly chance: string;
}

const SENTENCES: Readonly<Record<Language, Readonly<Record<FindingKind, (words: Words) => string>>>> = {
  EN: {
    SPIKE: (w) =>
      `${w.place} reported ${w.observed} ${w.dataset} on ${w.peak}; its past and the places around it let expect ${w.expected}, on usual days ${w.lower} to ${w.upper}. So much comes by chance once in ${w.chance} such days.`,
    DROP: (w) =>
      `${w.place} reported only ${w.observed} ${w.dataset} on ${w.peak}; its past and the places around it let expect ${w.expected}, on usual days ${w.lower} to ${w.upper}. So little, with the days before, comes by chance once in ${w.chance} such days.`,
    LEVEL_SHIFT: (w) =>
      `From ${w.from} to ${w.to}, ${w.dataset} in ${w.place} kept to another level: on ${w.peak} ${w.observed}, where ${w.expected} would be usual (${w.lower} to ${w.upper}). Such a run comes by chance once in ${w.chance} days.`,
    SILENCE: (w) =>
      `${w.place} has filed no report of ${w.dataset} from ${w.from} to ${w.to}; some ${w.expected} a day would be usual. By its own rhythm so long a silence comes once in ${w.chance} days.`,
  },
  HI: {
    SPIKE: (w) =>
      `${w.place} में ${w.peak} को ${w.observed} ${w.dataset} दर्ज हुए; उसके अपने अतीत और आस-पास के स्थानों से ${w.expected} अपेक्षित थे, सामान्य दिनों में ${w.lower} से ${w.upper}। इतने अधिक संयोग से ऐसे ${w.chance} दिनों में एक बार होते हैं।`,
    DROP: (w) =>
      `${w.place} में ${w.peak} को केवल ${w.observed} ${w.dataset} दर्ज हुए; उसके अपने अतीत और आस-पास के स्थानों से ${w.expected} अपेक्षित थे, सामान्य दिनों में ${w.lower} से ${w.upper}। पिछले दिनों सहित इतने कम संयोग से ऐसे ${w.chance} दिनों में एक बार होते हैं।`,
    LEVEL_SHIFT: (w) =>
      `${w.from} से ${w.to} तक ${w.place} में ${w.dataset} का स्तर बदला रहा: ${w.peak} को ${w.observed}, जबकि ${w.expected} सामान्य होते (${w.lower} से ${w.upper})। ऐसा क्रम संयोग से ${w.chance} दिनों में एक बार होता है।`,
    SILENCE: (w) =>
      `${w.place} ने ${w.from} से ${w.to} तक ${w.dataset} की कोई रिपोर्ट नहीं दी; सामान्यतः प्रतिदिन लगभग ${w.expected} होते हैं। उसकी अपनी लय में इतना लंबा मौन ${w.chance} दिनों में एक बार होता है।`,
  },
};

/** Chances rarer than this are not told apart by anybody. */
const RAREST = 1e9;

/**
 * One finding in a sentence or two: what was observed, expected and usual, and how rarely chance alone gives it.
 * @param first day number of the series' first day
 * @param place the place's name in that language
 */
export function explain(finding: Finding, first: number, place: string, language: Language): string {
  const whole = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 0 });
  const count = (value: number) => whole.format(Math.round(value));
  const { metric, kind, from, to, peak, observed, expected, lower, upper, p, words } = finding;
  if (words !== undefined)
    return `${place}, ${formatDay(first + from)} – ${formatDay(first + to)}: ${words[language]}`;
  return SENTENCES[language][kind as FindingKind]({
    place,
    dataset: DATASET_WORDS[language][metric as DatasetKind],
    peak: formatDay(first + peak),
    from: formatDay(first + from),
    to: formatDay(first + to),
    observed: count(observed),
    expected: expected < 1 ? (language === "EN" ? "less than one" : "एक से कम") : count(expected),
    lower: count(lower),
    upper: count(upper),
    chance: count(Number(Math.min(1 / (p ?? 1), RAREST).toPrecision(1))),
  });
}
