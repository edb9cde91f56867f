import type { Language } from "../data/places/place.ts";

/** A text in every language. */
export type Words = Readonly<Record<Language, string>>;
