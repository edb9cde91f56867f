import { negativeBinomialTails } from "../anomaly/negative-binomial.ts";

/** Report days that are looked at together, the last one always the day itself. */
const WINDOWS = [1, 3, 6, 10] as const;
const MOST = WINDOWS[WINDOWS.length - 1]!;

/** The chances of a day by itself and of the days up to it, together. */
export interface WindowChance {
  /** Least chance over all windows of so high, and of so low, a sum; made up for their number. */
  upper: number;
  lower: number;
}

/**
 * Looks at the last report days of a series together: the sum of independent negative binomials has the sum of
 * their means and, matched in variance, the size (Σm)² / Σ(m²/size). So a fall that no single day proves is found in
 * some (a temporal scan: Naus 1965; Kulldorff 2001, without space).
 */
export class Windows {
  readonly #counts = new Float64Array(MOST);
  readonly #means = new Float64Array(MOST);
  readonly #excess = new Float64Array(MOST);
  readonly #tails = new Float64Array(2);
  #days = 0;

  /** Forgets the days so far: a new level has begun. */
  restart(): void {
    this.#days = 0;
  }

  /** Takes in a report day and says how strange it and those before it are. */
  add(count: number, mean: number, size: number): WindowChance {
    const at = this.#days % MOST;
    this.#counts[at] = count;
    this.#means[at] = mean;
    this.#excess[at] = (mean * mean) / size;
    this.#days++;
    let [sum, means, excess] = [0, 0, 0];
    let [upper, lower] = [1, 1];
    let back = 0;
    for (const window of WINDOWS) {
      if (window > this.#days) break;
      for (; back < window; back++) {
        const place = (this.#days - 1 - back) % MOST;
        sum += this.#counts[place]!;
        means += this.#means[place]!;
        excess += this.#excess[place]!;
      }
      negativeBinomialTails(sum, means, (means * means) / excess, this.#tails);
      lower = Math.min(lower, this.#tails[0]!);
      upper = Math.min(upper, this.#tails[1]!);
    }
    return { upper: Math.min(1, upper * WINDOWS.length), lower: Math.min(1, lower * WINDOWS.length) };
  }
}
