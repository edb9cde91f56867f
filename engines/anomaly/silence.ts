const DAYS = 7;
/** Reports that a place's mean rhythm counts for in each weekday's own. */
const SHARED = 4;
/** Reports before a rhythm is known. */
const LEAST_REPORTS = 10;

/**
 * A place's own rhythm: on which share of each weekday's open days it has reported, shrunk to its mean, and its
 * longest silence so far. A silence no longer than one before is never strange; a longer one has the chance
 * that none of its open days brought a report.
 */
export interface Rhythm {
  readonly reports: Float64Array;
  readonly open: Float64Array;
  allReports: number;
  allOpen: number;
  longest: number;
  spell: number;
  chance: number;
}

export const createRhythm = (): Rhythm => ({
  reports: new Float64Array(DAYS),
  open: new Float64Array(DAYS),
  allReports: 0,
  allOpen: 0,
  longest: 0,
  spell: 0,
  chance: 1,
});

function learn(rhythm: Rhythm, weekday: number, reported: number): void {
  rhythm.open[weekday]!++;
  rhythm.reports[weekday]! += reported;
  rhythm.allOpen++;
  rhythm.allReports += reported;
}

/** An open day with a report. */
export function hearReport(rhythm: Rhythm, weekday: number): void {
  if (rhythm.spell > rhythm.longest) rhythm.longest = rhythm.spell;
  rhythm.spell = 0;
  rhythm.chance = 1;
  learn(rhythm, weekday, 1);
}

/** A batch speaks for the day: the silence is over, but the batch tells nothing of the rhythm of the daily reports. */
export function hearBatch(rhythm: Rhythm): void {
  rhythm.spell = 0;
  rhythm.chance = 1;
}

/**
 * An open day without one. The chance that the place by its rhythm is silent for so long, in (0, 1]; 1 while its rhythm
 * is unknown. What a strange silence would teach is learnt with the rest, so a place that stays away gets quieter.
 */
export function hearSilence(rhythm: Rhythm, weekday: number): number {
  if (rhythm.allReports === 0) return 1;
  const mean = (rhythm.allReports + 0.5) / (rhythm.allOpen + 1);
  const share = (rhythm.reports[weekday]! + SHARED * mean) / (rhythm.open[weekday]! + SHARED);
  rhythm.spell++;
  rhythm.chance = Math.max(1e-300, rhythm.chance * (1 - share));
  learn(rhythm, weekday, 0);
  if (rhythm.allReports < LEAST_REPORTS || rhythm.spell <= rhythm.longest) return 1;
  return rhythm.chance;
}
