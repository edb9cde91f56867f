import { readFileSync } from "node:fs";
import { keyOf, normalise, softOf, type Token, tokensOf } from "./tokens.ts";
import { isFutureVerb } from "./verbs.ts";

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
      const keys = new Set(
        phrases.map((phrase) =>
          tokensOf(normalise(phrase))
            .map(({ key }) => key)
            .join(" "),
        ),
      );
      return [...keys].map((one) => ({ lexicon, meaning, weight: Number(weight), keys: one.split(" ") }));
    });
}

/** Phrases by their first word's key, and by its soft form, and all the words they are made of. */
interface Index {
  readonly byKey: ReadonlyMap<string, readonly Entry[]>;
  readonly bySoft: ReadonlyMap<string, readonly Entry[]>;
  readonly words: ReadonlySet<string>;
  readonly mendable: ReadonlySet<string>;
}

let index: Index | undefined;

function indexed(): Index {
  if (index === undefined) {
    const entries = LEXICONS.flatMap(readLexicon);
    index = {
      byKey: Map.groupBy(entries, ({ keys }) => keys[0]!),
      bySoft: Map.groupBy(entries, ({ keys }) => softOf(keys[0]!)),
      words: new Set(entries.flatMap(({ keys }) => keys)),
      mendable: new Set(entries.flatMap(({ lexicon, keys }) => (lexicon === "scope" ? [] : keys))),
    };
  }
  return index;
}

/** The keys of the words that a misspelt one may be mended to: never one for which a question would be refused. */
export const mendableWords = (): ReadonlySet<string> => indexed().mendable;

type Word = Pick<Token, "key" | "soft">;

/** The phrases that a word may begin: as it stands, or where no lexicon has it so, but for habits of spelling. */
function entriesAt({ key, soft }: Word): readonly Entry[] {
  const { byKey, bySoft, words } = indexed();
  return (words.has(key) ? byKey.get(key) : bySoft.get(soft)) ?? [];
}

const isSame = (word: Word | undefined, key: string): boolean =>
  word !== undefined && (indexed().words.has(word.key) ? word.key === key : word.soft === softOf(key));

/** Whether one word alone is a phrase of the lexicon, of this meaning where one is given. */
export function isWordOf(lexicon: Lexicon, word: string, meaning?: string): boolean {
  const key = keyOf(word);
  return entriesAt({ key, soft: softOf(key) }).some(
    (entry) =>
      entry.lexicon === lexicon && entry.keys.length === 1 && (meaning ?? entry.meaning) === entry.meaning,
  );
}

/** What a verb's ending weighs beside a word. */
const SUPPOSED = 3;

/** Their longer phrases name something without saying what the words in them mean elsewhere. */
const NAMING: readonly Lexicon[] = ["common", "terms", "follow", "groupings", "levels", "sectors", "grains"];

/** What a phrase that tells the intent leaves to its words: "which districts" asks, and groups by district. */
const KEPT: readonly Lexicon[] = ["groupings", "terms", "sectors", "levels", "grains"];
const isKept = ({ lexicon, meaning }: Match) =>
  KEPT.includes(lexicon) || (lexicon === "time" && meaning !== "SE" && meaning !== "BEFORE");

const covers = (wide: Match, narrow: Match) =>
  wide.from <= narrow.from &&
  wide.to >= narrow.to &&
  wide.to - wide.from > narrow.to - narrow.from &&
  (wide.lexicon === narrow.lexicon ||
    !(NAMING.includes(wide.lexicon) || (wide.lexicon === "intents" && isKept(narrow))));

/**
 * The phrases that stand in a question, in order. One that lies within a longer one of any lexicon is left out: the
 * longer phrase says what its words mean.
 */
export function matchesIn(tokens: readonly Word[]): Match[] {
  const found: Match[] = [];
  tokens.forEach((token, from) => {
    for (const { keys, lexicon, meaning, weight } of entriesAt(token)) {
      if (keys.every((one, at) => isSame(tokens[from + at], one))) {
        found.push({ lexicon, meaning, weight, from, to: from + keys.length });
      }
    }
  });
  tokens.forEach((token, from) => {
    const future =
      entriesAt(token).length === 0 && !indexed().words.has(token.key) && isFutureVerb(token.key);
    if (future) found.push({ lexicon: "intents", meaning: "FORECAST", weight: SUPPOSED, from, to: from + 1 });
  });
  const long = found.filter(({ from, to }) => to - from > 1);
  return found.filter((match) => !long.some((wide) => covers(wide, match)));
}
