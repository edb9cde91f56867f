import type { Language } from "../state/view.ts";

const LOCALES = { EN: "en-IN", HI: "hi-IN" } as const;
const LAKH = 100_000;
const CRORE = 10_000_000;
const UNITS = { EN: { lakh: "lakh", crore: "crore" }, HI: { lakh: "लाख", crore: "करोड़" } } as const;

const counts = { EN: new Intl.NumberFormat(LOCALES.EN), HI: new Intl.NumberFormat(LOCALES.HI) };
const short = {
  EN: new Intl.NumberFormat(LOCALES.EN, { maximumSignificantDigits: 3 }),
  HI: new Intl.NumberFormat(LOCALES.HI, { maximumSignificantDigits: 3 }),
};

function percent(language: Language, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(LOCALES[language], {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
const percents = { EN: percent("EN", 1), HI: percent("HI", 1) };

/** A count in full, grouped by thousand, lakh and crore: 1,46,49,880. */
export const formatCount = (value: number, language: Language): string => counts[language].format(value);

/** A count in three digits and a word from one lakh upwards: 2.5 lakh, 1.46 crore; in full below. */
export function formatShort(value: number, language: Language): string {
  if (value >= CRORE) return `${short[language].format(value / CRORE)} ${UNITS[language].crore}`;
  if (value >= LAKH) return `${short[language].format(value / LAKH)} ${UNITS[language].lakh}`;
  return counts[language].format(value);
}

/** A share of 0..1 as a percentage with one decimal; a positive one that rounds to nothing says so. */
export function formatShare(share: number, language: Language): string {
  return share > 0 && share < 0.0005
    ? `< ${percents[language].format(0.001)}`
    : percents[language].format(share);
}
