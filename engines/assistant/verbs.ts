/** Endings of the Hindi future: "आएंगे", "बनेगा", "aayenge", "karega". */
const FUTURE = /(?:ेंगे|एंगे|ाएगा|ेगा|ेगी|ेंगी|एंगी|एगा|एगी|येंगे|ऊंगा|ूंगा|enge|aega|ayega|ega|egi|engi|unga)$/;

/** Endings of Hindi verbs, and of English verbs and adverbs, that hardly any noun has. */
const VERBAL = /(?:ता|ते|ती|कर|ाया|ाए|ाई|ाने|ाना|वाया|वाए|ूं|ूँ|(?:[a-z]{2}(?:ing|ed|ly)))$/;

const LONG = 4;

/** Whether a word, known to no lexicon, is by its ending a Hindi verb of what is to come. */
export const isFutureVerb = (word: string): boolean => word.length >= LONG && FUTURE.test(word);

/** Whether a word, known to no lexicon, is by its ending a verb or adverb, not what a question is about. */
export const isVerbal = (word: string): boolean =>
  word.length >= LONG && (VERBAL.test(word) || FUTURE.test(word));
