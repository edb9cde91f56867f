/** What sounds alike or is written either way, longest first. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/chh|ch/g, "C"],
  [/ksh|x/g, "ks"],
  [/ck|c|q/g, "k"],
  [/ph/g, "f"],
  [/sh/g, "s"],
  [/z/g, "j"],
  [/aw|ow|ou|au/g, "o"],
  [/[vw]/g, "b"],
  [/h/g, ""],
  [/y/g, "i"],
  [/[aeiou]+/g, "a"],
  [/(.)\1+/g, "$1"],
];

/**
 * What is left of a Latin name when all is taken away that transliterations of one name differ in: aspiration, long
 * and short vowels, doubled letters, v and w and b, z and j. Vowels within are one vowel; a last one falls away.
 * "lakhnau" and "lucknow" → "lakn". Empty for text without Latin letters.
 */
export function skeletonOf(text: string): string {
  let bones = text.replaceAll(/[^a-z]/g, "");
  for (const [pattern, by] of ALIKE) bones = bones.replaceAll(pattern, by);
  return bones.length > 2 ? bones.replace(/a$/, "") : bones;
}

/** Ways to write one sound that mean nothing for what the name is. */
const HABITS: readonly (readonly [RegExp, string])[] = [
  [/oo|ou/g, "u"],
  [/ee|ea/g, "i"],
  [/ksh|x/g, "ks"],
  [/ck|q/g, "k"],
  [/ph/g, "f"],
  [/z/g, "j"],
  [/w/g, "v"],
  [/y/g, "i"],
  [/(.)\1+/g, "$1"],
];

/** A Latin name without habits of spelling: long vowels, doubled letters, z for j, w for v: "kannoor" → "kanur". */
export function soften(text: string): string {
  let soft = text;
  for (const [pattern, by] of HABITS) soft = soft.replaceAll(pattern, by);
  return soft;
}
