import { editDistance } from "../distance.ts";
import { type Forms, formsOf, type Term } from "./terms.ts";

/** What is looked for. */
export interface Wanted extends Forms {
  /** Edits that may lie between it and a name: one from four letters on, two from eight. */
  readonly edits: number;
}

/** Bands of how well a name fits; within some of them closeness tells more. */
const BANDS = {
  name: 0.95,
  romanised: 0.9,
  habit: 0.87,
  prefix: 0.8,
  wholeWord: 0.78,
  typo: 0.7,
  sound: 0.62,
  word: 0.55,
  soundPrefix: 0.45,
  part: 0.35,
};

/** What closeness adds within a band. */
const WITHIN = 0.05;

export function wantedOf(text: string): Wanted {
  const forms = formsOf(text);
  const { length } = forms.latin;
  return { ...forms, edits: length >= 8 ? 2 : length >= 4 ? 1 : 0 };
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function typos({ latin, letters, edits }: Wanted, term: Term): number {
  if (edits === 0 || Math.abs(term.latin.length - latin.length) > edits) return edits + 1;
  if (bitCount(term.letters ^ letters) > 2 * edits) return edits + 1;
  return editDistance(latin, term.latin, edits);
}

/** 0..1: how much of the longer of two words the edits between them leave. */
function closeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return 1 - editDistance(a, b, longer) / longer;
}

/** The fit of a text that stands within a name at `at`: a whole word, the beginning of one, or a part. */
function scorePart(term: Term, at: number, length: number): number {
  if (at > 0 && !term.wordStarts.includes(at)) return BANDS.part;
  return term.wordEnds.includes(at + length) ? BANDS.wholeWord : BANDS.word;
}

/**
 * How well a name fits, 0 where it does not: the very name .95, the same in Latin letters .9, but for habits of
 * spelling .87, its beginning .8, one of its words .78, one or two typing errors .70 to .75, the same sound .62 to .67,
 * the beginning of a word .55, of its sound .45, a part .35.
 */
export function scoreTerm(wanted: Wanted, term: Term): number {
  const { folded, latin, soft, skeleton } = wanted;
  if (term.folded === folded) return BANDS.name;
  if (term.latin === latin) return BANDS.romanised;
  if (soft.length >= 3 && term.soft === soft) return BANDS.habit;
  const at = folded.length < 2 ? -1 : term.folded.indexOf(folded);
  if (at === 0 || term.latin.startsWith(latin)) return BANDS.prefix;
  const within = at > 0 ? scorePart(term, at, folded.length) : 0;
  if (within === BANDS.wholeWord) return within;
  const distance = typos(wanted, term);
  if (distance <= wanted.edits) return BANDS.typo + WITHIN * (1 - distance / 3);
  if (skeleton.length >= 3 && term.skeleton === skeleton) {
    return BANDS.sound + WITHIN * closeness(latin, term.latin);
  }
  if (within > 0) return within;
  return skeleton.length >= 4 && term.skeleton.startsWith(skeleton) ? BANDS.soundPrefix : 0;
}
