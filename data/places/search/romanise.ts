/** Devanagari's consonants as Hindi speakers write them in Latin letters, without their inherent vowel. */
const CONSONANTS: Readonly<Record<string, string>> = {
  क: "k",
  ख: "kh",
  ग: "g",
  घ: "gh",
  ङ: "n",
  च: "ch",
  छ: "chh",
  ज: "j",
  झ: "jh",
  ञ: "n",
  ट: "t",
  ठ: "th",
  ड: "d",
  ढ: "dh",
  ण: "n",
  त: "t",
  थ: "th",
  द: "d",
  ध: "dh",
  न: "n",
  प: "p",
  फ: "ph",
  ब: "b",
  भ: "bh",
  म: "m",
  य: "y",
  र: "r",
  ल: "l",
  ळ: "l",
  व: "v",
  श: "sh",
  ष: "sh",
  स: "s",
  ह: "h",
};

/** A dot below turns a letter into another. */
const DOTTED: Readonly<Record<string, string>> = {
  क: "q",
  ख: "kh",
  ग: "g",
  ज: "z",
  ड: "r",
  ढ: "rh",
  फ: "f",
};

const VOWELS: Readonly<Record<string, string>> = {
  अ: "a",
  आ: "a",
  इ: "i",
  ई: "i",
  उ: "u",
  ऊ: "u",
  ऋ: "ri",
  ए: "e",
  ऐ: "ai",
  ओ: "o",
  औ: "au",
  ऑ: "o",
  ऍ: "e",
  "ा": "a",
  "ि": "i",
  "ी": "i",
  "ु": "u",
  "ू": "u",
  "ृ": "ri",
  "े": "e",
  "ै": "ai",
  "ो": "o",
  "ौ": "au",
  "ॉ": "o",
  "ॅ": "e",
};

const DOT = "़";
const NO_VOWEL = "्";
const NASAL = /[ंँ]/;
const VOWEL_SIGN = /[\u093e-\u094c]/;
const DIGIT_ZERO = 0x966;

interface Sound {
  readonly text: string;
  /** Whether an inherent "a" follows, which is spoken only in some places. */
  readonly inherent: boolean;
  /** Whether it is a consonant, which an inherent vowel before it may lean on. */
  readonly consonant: boolean;
}

function soundsOf(word: string): Sound[] {
  const sounds: Sound[] = [];
  const letters = [...word.normalize("NFD")];
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at]!;
    if (letter in CONSONANTS) {
      const dotted = letters[at + 1] === DOT;
      if (dotted) at++;
      const text = (dotted ? DOTTED[letter] : undefined) ?? CONSONANTS[letter]!;
      const next = letters[at + 1] ?? "";
      if (next === NO_VOWEL) at++;
      sounds.push({ text, inherent: next !== NO_VOWEL && !VOWEL_SIGN.test(next), consonant: true });
    } else if (letter in VOWELS) sounds.push({ text: VOWELS[letter]!, inherent: false, consonant: false });
    else if (NASAL.test(letter)) sounds.push({ text: "n", inherent: false, consonant: false });
    else if (letter === "ः") sounds.push({ text: "h", inherent: false, consonant: false });
    else {
      const digit = letter.charCodeAt(0) - DIGIT_ZERO;
      if (digit >= 0 && digit <= 9) sounds.push({ text: String(digit), inherent: false, consonant: false });
      else if (/[a-z0-9]/.test(letter)) sounds.push({ text: letter, inherent: false, consonant: false });
    }
  }
  return sounds;
}

const endsInVowel = (text: string) => /[aeiou]$/.test(text);

/**
 * A Devanagari word in the Latin letters that Hindi speakers type: "लखनऊ" → "lakhnau", "दिल्ली" → "dilli". The inherent
 * vowel falls silent at the end of a word, and in the middle between two spoken syllables. Letters and digits of
 * other scripts stay; other signs are left out.
 */
export function romanise(word: string): string {
  const sounds = soundsOf(word.toLowerCase());
  let text = "";
  sounds.forEach((sound, at) => {
    const next = sounds[at + 1];
    text += sound.text;
    if (!sound.inherent || next === undefined) return;
    const second = sounds[at + 2];
    const opensNext = next.inherent || (second !== undefined && endsInVowel(second.text));
    const before = text.slice(0, -sound.text.length);
    const silent = at > 0 && next.consonant && endsInVowel(before) && opensNext;
    if (!silent) text += "a";
  });
  return text;
}

/** Whether a text holds Devanagari. */
export const isDevanagari = (text: string): boolean => /[ऀ-ॿ]/.test(text);
