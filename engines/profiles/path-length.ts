const EULER_MASCHERONI = 0.5772156649015329;

/**
 * c(n): the mean depth of an unsuccessful search in a binary search tree of n values, which is what an
 * isolation tree of n rows is expected to need; 2·H(n − 1) − 2·(n − 1)/n with H(i) ≈ ln i + γ.
 * Liu, Ting and Zhou (2008), equation 1. 1 for two rows, 0 for one or none.
 */
export function averagePathLength(rows: number): number {
  if (rows <= 1) return 0;
  if (rows === 2) return 1;
  return 2 * (Math.log(rows - 1) + EULER_MASCHERONI) - (2 * (rows - 1)) / rows;
}
