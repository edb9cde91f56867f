import type { Language } from "../../data/places/place.ts";
import type { Words } from "../words.ts";

export interface LabelParameters {
  /** Standard deviations from the mean from which a feature is called high or low. */
  readonly high: number;
  /** From which it is called very high or very low. */
  readonly veryHigh: number;
  /** Features a label names at most, the ones farthest from the mean. */
  readonly named: number;
}

export const LABEL_DEFAULTS: LabelParameters = { high: 0.5, veryHigh: 1.5, named: 3 };

const DEGREES = {
  veryHigh: { EN: "very high", HI: "बहुत अधिक" },
  high: { EN: "high", HI: "अधिक" },
  low: { EN: "low", HI: "कम" },
  veryLow: { EN: "very low", HI: "बहुत कम" },
} satisfies Record<string, Words>;

const AVERAGE: Words = { EN: "near the mean throughout", HI: "सभी क्षेत्रों में औसत के निकट" };

function degreeOf(z: number, { veryHigh }: LabelParameters): Words {
  if (z > 0) return z >= veryHigh ? DEGREES.veryHigh : DEGREES.high;
  return -z >= veryHigh ? DEGREES.veryLow : DEGREES.low;
}

function describe(centre: Float64Array, names: readonly Words[], parameters: LabelParameters): Words {
  const telling = Array.from(centre.keys())
    .filter((feature) => Math.abs(centre[feature]!) >= parameters.high)
    .sort((a, b) => Math.abs(centre[b]!) - Math.abs(centre[a]!) || a - b)
    .slice(0, parameters.named);
  if (telling.length === 0) return AVERAGE;
  const phrase = (language: Language) =>
    telling
      .map((feature) => `${names[feature]![language]} ${degreeOf(centre[feature]!, parameters)[language]}`)
      .join(", ");
  return { EN: phrase("EN"), HI: phrase("HI") };
}

/**
 * Labels of profiles from what their centres say of each feature relative to the mean of all places, e.g.
 * "electoral very high, labour high, education low"; a profile that would share its label with an earlier one
 * carries its number among them, as in "labour high (2)".
 * @param centres by profile, features in standard deviations from the mean, as `kMeans` gives them
 * @param names of the features, in the same order
 */
export function profileLabels(
  centres: readonly Float64Array[],
  names: readonly Words[],
  parameters: Partial<LabelParameters> = {},
): Words[] {
  const seen = new Map<string, number>();
  return centres.map((centre) => {
    const label = describe(centre, names, { ...LABEL_DEFAULTS, ...parameters });
    const number = (seen.get(label.EN) ?? 0) + 1;
    seen.set(label.EN, number);
    return number === 1 ? label : { EN: `${label.EN} (${number})`, HI: `${label.HI} (${number})` };
  });
}
