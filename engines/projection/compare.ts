import type { AgeGroup } from "./ages.ts";
import type { ProjectionYear } from "./project.ts";

/** Two scenarios of one place in one year, and the second less the first. */
export interface ComparedYear {
  readonly year: number;
  readonly first: ProjectionYear;
  readonly second: ProjectionYear;
  readonly difference: {
    readonly population: number;
    readonly groups: Readonly<Record<AgeGroup, number>>;
    readonly births: number | null;
    readonly deaths: number | null;
    readonly migration: number | null;
  };
}

/** Two projections of one place over the same years, year by year. */
export function compareYears(
  first: readonly ProjectionYear[],
  second: readonly ProjectionYear[],
): ComparedYear[] {
  const less = (b: number | null, a: number | null) => (a === null || b === null ? null : b - a);
  return first.map((a, index) => {
    const b = second[index]!;
    const group = (name: AgeGroup) => b.groups[name] - a.groups[name];
    return {
      year: a.year,
      first: a,
      second: b,
      difference: {
        population: b.population - a.population,
        groups: {
          ages0To4: group("ages0To4"),
          ages5To17: group("ages5To17"),
          ages18To59: group("ages18To59"),
          ages60Plus: group("ages60Plus"),
        },
        births: less(b.births, a.births),
        deaths: less(b.deaths, a.deaths),
        migration: less(b.migration, a.migration),
      },
    };
  });
}
