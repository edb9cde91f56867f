/**
 * What a forecast has to say about itself:
 * NO_HISTORY nothing is known, its zeros mean nothing; SILENT only zeros are known; TOO_SHORT too little is known to
 * try a forecast on, the band is an assumption; SHORT_HISTORY its errors were not seen as far ahead as it looks;
 * CONSTANT no value it was tried on differed from it; NO_SEASON_LEARNT a season was asked for but shows nowhere; INTERMITTENT most steps have no count.
 */
export type NoteCode =
  | "NO_HISTORY"
  | "SILENT"
  | "TOO_SHORT"
  | "SHORT_HISTORY"
  | "CONSTANT"
  | "NO_SEASON_LEARNT"
  | "INTERMITTENT";
