/** Marks that letters lose: combining ones, so that "Medchal\u00e2" is "medchala". Devanagari's signs are letters' own and stay. */
const COMBINING_LATIN = /[\u0300-\u036f]/g;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * A name without what spellings differ in by habit: case, accents, blanks, punctuation, asterisks, "&" for "and".
 * "Jajapur  *" → "jajapur", "Medchal−Malkajgiri" → "medchalmalkajgiri", "Dadra & Nagar Haveli" → "dadraandnagarhaveli".
 */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(COMBINING_LATIN, "")
    .toLowerCase()
    .replaceAll("&", "and")
    .replace(NOT_LETTER_OR_DIGIT, "");
}

/** The words of a name, each folded; none is empty. */
export function foldWords(name: string): string[] {
  return name
    .split(/[\s\-–/().,]+/)
    .map(foldName)
    .filter((word) => word !== "");
}
