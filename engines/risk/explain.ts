import type { Language } from "../../data/places/place.ts";
import { RISK_WEIGHTS, type RiskWeights, SECTORS, type Sector, termsOf } from "./formulas.ts";
import type { RiskScores } from "./scores.ts";
import { COMPONENT_WORDS, RISK_CAVEAT, SECTOR_NAMES } from "./words.ts";

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const score = (value: number) => value.toFixed(1);

const NO_REPORT = {
  EN: "No report in the period, hence no score.",
  HI: "इस अवधि में कोई रिपोर्ट नहीं, इसलिए कोई अंक नहीं।",
} satisfies Record<Language, string>;

const OF_100 = {
  EN: (name: string, value: number) => `${capital(name)} score ${score(value)} of 100`,
  HI: (name: string, value: number) => `${name} अंक 100 में से ${score(value)}`,
};

const STOP = { EN: ".", HI: "।" } satisfies Record<Language, string>;

const sentence = (language: Language, head: string, terms: readonly string[]) =>
  `${head} = ${terms.join(" + ")}${STOP[language]} ${RISK_CAVEAT[language]}`;

/** A place's sector score as its formula with the numbers that gave it, and the caveat. */
export function explainSector(
  { sectors, components }: Pick<RiskScores, "sectors" | "components">,
  sector: Sector,
  place: number,
  language: Language,
  weights: RiskWeights = RISK_WEIGHTS,
): string {
  const value = sectors[sector][place]!;
  if (Number.isNaN(value)) return NO_REPORT[language];
  const terms = termsOf(weights.sectors[sector]).map(
    ([component, points]) =>
      `${points} × ${components[component][place]!.toFixed(2)} (${COMPONENT_WORDS[component][language]})`,
  );
  return sentence(language, OF_100[language](SECTOR_NAMES[sector][language], value), terms);
}

const COMPOSITE = { EN: "composite", HI: "समग्र" } satisfies Record<Language, string>;

/** A place's composite score as its formula with the sector scores that gave it, and the caveat. */
export function explainComposite(
  { sectors, composite }: Pick<RiskScores, "sectors" | "composite">,
  place: number,
  language: Language,
  weights: RiskWeights = RISK_WEIGHTS,
): string {
  const value = composite[place]!;
  if (Number.isNaN(value)) return NO_REPORT[language];
  const terms = SECTORS.map(
    (sector) =>
      `${weights.composite[sector]} × ${score(sectors[sector][place]!)} (${SECTOR_NAMES[sector][language]})`,
  );
  return sentence(language, OF_100[language](COMPOSITE[language], value), terms);
}

const ROLLED_UP = {
  EN: (pincodes: number) => `the mean of ${pincodes} pincodes, weighted by their activity`,
  HI: (pincodes: number) => `${pincodes} पिनकोडों का उनकी गतिविधि से भारित औसत`,
};

/**
 * A district's, state's or the country's score as the mean it is, and the caveat.
 * @param sector null for the composite
 * @param pincodes how many have a score
 */
export function explainRolledUp(
  sector: Sector | null,
  value: number,
  pincodes: number,
  language: Language,
): string {
  if (Number.isNaN(value)) return NO_REPORT[language];
  const name = sector === null ? COMPOSITE[language] : SECTOR_NAMES[sector][language];
  return sentence(language, OF_100[language](name, value), [ROLLED_UP[language](pincodes)]);
}
