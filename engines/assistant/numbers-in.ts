/** A number as a text shows it. */
export interface ShownNumber {
  readonly value: number;
  readonly shown: string;
}

/** Digits with groups and decimals, not within a word or a date. */
const NUMBER = /(?<![\p{L}\d_.,/–-])-?\d[\d,]*(?:\.\d+)?(?![\p{L}\d_])(?:\s?%)?/gu;
/** Dates and spans of ages are names, not numbers. */
const NAMES = /\d{4}-\d{2}(?:-\d{2})?|\d+–\d+/gu;

/**
 * The numbers that a text shows, in its order: Western or Devanagari digits, grouped or not, percentages as shares. Dates as
 * 2025-12-31 and spans such as 5–17 are none.
 */
export function numbersIn(text: string): ShownNumber[] {
  const western = text.replace(/[०-९]/gu, (digit) => String(digit.codePointAt(0)! - 0x966));
  const bare = western.replace(NAMES, (name) => " ".repeat(name.length));
  return Array.from(bare.matchAll(NUMBER), ({ 0: found, index }) => {
    const digits = found.replace(/[,%\s]/gu, "");
    return {
      value: Number(digits) / (found.endsWith("%") ? 100 : 1),
      shown: text.slice(index, index + found.length),
    };
  });
}
