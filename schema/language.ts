import { builder } from "./builder.ts";

export const LanguageEnum = builder.enumType("Language", {
  description: "Language of names and words in an answer.",
  values: {
    EN: { description: "English." },
    HI: { description: "Hindi, in Devanagari; English where no Hindi name is known." },
  } as const,
});
