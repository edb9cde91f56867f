import { readFileSync } from "node:fs";
import { keyOf, normalise, type Token, tokensOf } from "./tokens.ts";

/** The reviewed tables of words, one file each under lexicon/. */
export const LEXICONS = [
  "intents",
  "metrics",
  "bands",
  "sectors",
  "figures",
  "time",
  "numbers",
  "rank",
  "groupings",
  "grains",
  "levels",
  "terms",
  "scope",
  "follow",
  "regions",
  "common",
] as const;
export type Lexicon = (typeof LEXICONS)[number];

interface Entry {
  readonly lexicon: Lexicon;
  readonly meaning: string;
  readonly weight: number;
  readonly keys: readonly string[];
}

/** A phrase of a lexicon that stands in a question: the tokens from `from` up to `to`, that one not included. */
export interface Match extends Pick<Entry, "lexicon" | "meaning" | "weight"> {
  readonly from: number;
  readonly to: number;
}

/** Reads one table: meaning, weight, and the phrases in English, Hindi and transliterated Hindi, parted by ";". */
function readLexicon(lexicon: Lexicon): Entry[] {
  const text = readFileSync(new URL(`./lexicon/${lexicon}.tsv`, import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .slice(1)
    .flatMap((line) => {
      const [meaning, weight, ...columns] = line.split("\t") as [string, string, ...string[]];
      const phrases = columns.flatMap((column) => column.split(";")).filter((phrase) => phrase.trim() !== "");
      return phrases.map((phrase) => {
        const keys = tokensOf(normalise(phrase)).map(({ key }) => key);
        return { lexicon, meaning, weight: Number(weight), keys };
      });
    });
}

/** Phrases by their first word's key. */
let phrases: Map<string, Entry[]> | undefined;

function phrasesByFirst(): ReadonlyMap<string, readonly Entry[]> {
  phrases ??= Map.groupBy(LEXICONS.flatMap(readLexicon), ({ keys }) => keys[0]!);
  return phrases;
}

let words: ReadonlySet<string> | undefined;

/** The keys of every word that a lexicon holds. */
export function lexiconWords(): ReadonlySet<string> {
  words ??= new Set([...phrasesByFirst().values()].flat().flatMap(({ keys }) => keys));
  return words;
}

/** Whether one word alone is a phrase of the lexicon, of this meaning where one is given. */
export function isWordOf(lexicon: Lexicon, word: string, meaning?: string): boolean {
  const entries = phrasesByFirst().get(keyOf(word)) ?? [];
  return entries.some(
    (entry) =>
      entry.lexicon === lexicon && entry.keys.length === 1 && (meaning ?? entry.meaning) === entry.meaning,
  );
}

const covers = (wide: Match, narrow: Match) =>
  wide.from <= narrow.from && wide.to >= narrow.to && wide.to - wide.from > narrow.to - narrow.from;

/**
 * The phrases that stand in a question, in order. One that lies within a longer one of any lexicon is left out: the
 * longer phrase says what its words mean.
 */
export function matchesIn(tokens: readonly Pick<Token, "key">[]): Match[] {
  const found: Match[] = [];
  tokens.forEach(({ key }, from) => {
    for (const { keys, lexicon, meaning, weight } of phrasesByFirst().get(key) ?? []) {
      if (keys.every((one, at) => tokens[from + at]?.key === one)) {
        found.push({ lexicon, meaning, weight, from, to: from + keys.length });
      }
    }
  });
  const long = found.filter(({ from, to }) => to - from > 1);
  return found.filter((match) => !long.some((wide) => covers(wide, match)));
}
