import type { Language } from "../state/view.ts";

const LOCALES = { EN: "en-IN", HI: "hi-IN" } as const;
const MS_PER_DAY = 86_400_000;

function both(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> {
  const make = (locale: string) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  return { EN: make(LOCALES.EN), HI: make(LOCALES.HI) };
}

const days = both({ day: "numeric", month: "short", year: "numeric" });
const weekdays = both({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const months = both({ month: "short" });
const longMonths = both({ month: "long", year: "numeric" });

/** Whole days since 1970-01-01 of an ISO date. */
export const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY;

/** The ISO date of whole days since 1970-01-01. */
export const isoOf = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

export const formatDay = (iso: string, language: Language): string => days[language].format(new Date(iso));

export const formatWeekday = (iso: string, language: Language): string =>
  weekdays[language].format(new Date(iso));

/** "Mar". */
export const formatMonth = (iso: string, language: Language): string =>
  months[language].format(new Date(iso));

/** "March 2025". */
export const formatLongMonth = (iso: string, language: Language): string =>
  longMonths[language].format(new Date(iso));

/** "1 Mar 2025 – 31 Dec 2025", the year once where it is the same. */
export const formatSpan = (from: string, to: string, language: Language): string =>
  days[language].formatRange(new Date(from), new Date(to));
