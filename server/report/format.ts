import type { Language } from "../../data/places/place.ts";

const LOCALES: Readonly<Record<Language, string>> = { EN: "en-IN", HI: "hi-IN" };

/** How a report writes numbers and dates in its language: lakh and crore, day and month by name. */
export class Format {
  readonly #count: Intl.NumberFormat;
  readonly #percent: Intl.NumberFormat;
  readonly #decimal: Intl.NumberFormat;
  readonly #date: Intl.DateTimeFormat;
  readonly #month: Intl.DateTimeFormat;

  constructor(language: Language) {
    const locale = LOCALES[language];
    this.#count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    this.#percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
    this.#decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    this.#date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
    this.#month = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  }

  count = (value: number | null): string => (value === null ? "–" : this.#count.format(value));
  percent = (value: number | null): string => (value === null ? "–" : this.#percent.format(value));
  change = (value: number | null): string =>
    value === null ? "–" : `${value > 0 ? "+" : ""}${this.#percent.format(value)}`;
  decimal = (value: number): string => this.#decimal.format(value);
  date = (iso: string): string => this.#date.format(new Date(`${iso}T00:00:00Z`));
  month = (iso: string): string => this.#month.format(new Date(`${iso}T00:00:00Z`));
}
