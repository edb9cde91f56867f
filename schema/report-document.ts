/** All that a report shows, but its id, which is made of it. */
const CONTENT = `
  role language caveats(language: $language)
  dataset { version source from to publishedAt rows quality { rowsRead rowsKept duplicates rejected } }
  place { code level name(language: $language) ancestors { code name(language: $language) }
    enrolment: series(metric: ENROLMENT, bucket: MONTH) { date value }
    demographic: series(metric: DEMOGRAPHIC_UPDATE, bucket: MONTH) { date value }
    biometric: series(metric: BIOMETRIC_UPDATE, bucket: MONTH) { date value }
    risk { score level explanation(language: $language)
      sectors { sector name(language: $language) score level explanation(language: $language) } }
    peers(first: 5) { code name(language: $language) risk { score } } }
  situation { metric total rank siblings share month { from to value previous changeRatio comparedFrom comparedTo } }
  coverage { reportDays batches missingDays }
  alerts { id severity kind from to place { code name(language: $language) } explanation(language: $language) }
  forecast { method total points { date mean lower80 upper80 } notes(language: $language)
    accuracy { mase seasonalNaiveMase coverage80 origins } }
  projection { notes(language: $language) base { year population }
    years { year population stress planning { schoolSeats hospitalBeds police doctors skillPlaces updatesDueAt5 updatesDueAt15 } } }
  actions { sector level score trigger(language: $language) action(language: $language) }`;

const query = (fields: string) => `query Report($place: ID!, $role: Role!, $language: Language!) {
  report(place: $place, role: $role, language: $language) { ${fields} }
}`;

/** What a report's id is made of. */
export const REPORT_CONTENT = query(CONTENT);

/** What a report is rendered from. */
export const REPORT = query(`id ${CONTENT}`);
