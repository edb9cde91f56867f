import { exponential } from "./elementary.ts";
import type { Random } from "./random.ts";

const BITS = 12;
const SIZE = 1 << BITS;
const STEPS = 1 << 16;

/** Draws from one distribution by picking among 4,096 equally likely values of it. */
export type Draw = (random: Random) => number;

/**
 * The quantiles (i + ½)/4096 of the distribution with this density (up to a constant) on [from, to],
 * by the midpoint rule.
 */
export function quantilesOf(density: (x: number) => number, from: number, to: number): Float64Array {
  const step = (to - from) / STEPS;
  const cumulative = new Float64Array(STEPS);
  let total = 0;
  for (let i = 0; i < STEPS; i++) {
    total += density(from + (i + 0.5) * step);
    cumulative[i] = total;
  }
  const quantiles = new Float64Array(SIZE);
  for (let i = 0, at = 0; i < SIZE; i++) {
    const target = ((i + 0.5) / SIZE) * total;
    while (cumulative[at]! < target) at++;
    quantiles[i] = from + (at + 0.5) * step;
  }
  return quantiles;
}

/** Draws from the standard normal distribution, within ±3.7. */
export function drawNormal(): Draw {
  return drawFrom(quantilesOf((x) => exponential((-x * x) / 2), -5, 5));
}

/**
 * Draws from the gamma distribution of mean 1 and this whole-numbered shape: variance 1 / shape.
 * A Poisson count whose mean is multiplied by it is negative binomial with size = shape.
 */
export function drawGamma(shape: number): Draw {
  function density(x: number): number {
    let power = 1;
    for (let i = 1; i < shape; i++) power *= x;
    return power * exponential(-x * shape);
  }
  const table = quantilesOf(density, 0, 14);
  const mean = table.reduce((sum, value) => sum + value, 0) / SIZE;
  return drawFrom(table.map((value) => value / mean));
}

function drawFrom(table: Float64Array): Draw {
  return (random) => table[random.next() >>> (32 - BITS)]!;
}
