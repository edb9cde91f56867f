import { graphql } from "./tada.ts";

export const DatasetQuery = graphql(`
  query Dataset {
    dataset { version source rows pincodes districts states from to publishedAt }
  }
`);

/** Where the pincodes lie: asked once, the same for every metric. */
export const PointsQuery = graphql(`
  query Points {
    map(level: PINCODE) { codes longitude latitude unplaced }
  }
`);

/** One value per point, in the order of Points. */
export const ValuesQuery = graphql(`
  query Values($metric: Metric!) {
    map(level: PINCODE, metric: $metric) { value breaks }
  }
`);

/** Which pincodes lie in a place. */
export const MembersQuery = graphql(`
  query Members($within: ID!) {
    map(level: PINCODE, within: $within) { codes }
  }
`);

/** A place by name, with the way down to it. */
export const PathQuery = graphql(`
  query Path($code: ID!, $language: Language!) {
    place(code: $code) {
      code
      level
      name(language: $language)
      ancestors { code level name(language: $language) }
    }
  }
`);

/** A place's counts, as the panel shows them. */
export const CountsQuery = graphql(`
  query Counts($code: ID!, $language: Language!) {
    place(code: $code) {
      code
      level
      name(language: $language)
      latitude
      longitude
      ancestors { code level name(language: $language) }
      ACTIVITY: value(metric: ACTIVITY)
      ENROLMENT: value(metric: ENROLMENT)
      ENROLMENT_AGE_0_5: value(metric: ENROLMENT_AGE_0_5)
      ENROLMENT_AGE_5_17: value(metric: ENROLMENT_AGE_5_17)
      ENROLMENT_AGE_18_PLUS: value(metric: ENROLMENT_AGE_18_PLUS)
      DEMOGRAPHIC_UPDATE: value(metric: DEMOGRAPHIC_UPDATE)
      DEMOGRAPHIC_UPDATE_AGE_5_17: value(metric: DEMOGRAPHIC_UPDATE_AGE_5_17)
      DEMOGRAPHIC_UPDATE_AGE_17_PLUS: value(metric: DEMOGRAPHIC_UPDATE_AGE_17_PLUS)
      BIOMETRIC_UPDATE: value(metric: BIOMETRIC_UPDATE)
      BIOMETRIC_UPDATE_AGE_5_17: value(metric: BIOMETRIC_UPDATE_AGE_5_17)
      BIOMETRIC_UPDATE_AGE_17_PLUS: value(metric: BIOMETRIC_UPDATE_AGE_17_PLUS)
    }
  }
`);

export const SeriesQuery = graphql(`
  query Series($code: ID!, $metric: Metric!) {
    place(code: $code) {
      code
      series(metric: $metric) { date value reported batch }
    }
  }
`);

/** The places one level down: those that reported with their sums in the place, and all there are. */
export const ChildrenQuery = graphql(`
  query Children($within: ID!, $level: PlaceLevel!, $by: Dimension!, $metric: Metric!, $language: Language!) {
    stats(where: { places: [$within] }, groupBy: [$by], orderBy: { metric: $metric }, first: 1000) {
      rows {
        place { code name(language: $language) latitude longitude }
        value(metric: $metric)
        share: value(metric: $metric, as: SHARE_OF_TOTAL)
      }
    }
    places(level: $level, within: $within, first: 1000) {
      nodes { code name(language: $language) latitude longitude }
    }
  }
`);

/** The pincodes around a pincode, nearest first. */
export const NeighboursQuery = graphql(`
  query Neighbours($code: ID!, $metric: Metric!, $language: Language!) {
    place(code: $code) {
      code
      ... on Pincode {
        neighbours(first: 12) {
          code
          name(language: $language)
          latitude
          longitude
          value(metric: $metric)
        }
      }
    }
  }
`);

export const SearchQuery = graphql(`
  query Search($text: String!, $language: Language!) {
    search(text: $text, first: 8) {
      matched
      place { code level name(language: $language) parent { name(language: $language) } }
    }
  }
`);
