/** A question to start from, as GraphiQL offers it. */
export interface Example {
  readonly title: string;
  /** What it answers, in one line. */
  readonly explanation: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export const EXAMPLES: readonly Example[] = [
  {
    title: "India by month",
    explanation:
      "Enrolments and the two kinds of updates in all India, month by month, with the days nobody reported.",
    query: `query IndiaByMonth {
  stats(bucket: MONTH) {
    rows {
      from
      to
      enrolment: value(metric: ENROLMENT)
      demographicUpdates: value(metric: DEMOGRAPHIC_UPDATE)
      biometricUpdates: value(metric: BIOMETRIC_UPDATE)
    }
    total {
      enrolment: value(metric: ENROLMENT)
    }
    meta {
      reportDays
      missingDays
      datasetVersion
    }
  }
}`,
    variables: {},
  },
  {
    title: "Ten districts that enrol most children",
    explanation:
      "Districts by new enrolments of ages 0 to 5, largest first, each with its share of the country's.",
    query: `query TopDistricts($metric: Metric!, $first: Int!) {
  stats(groupBy: [DISTRICT], orderBy: { metric: $metric }, first: $first) {
    totalGroups
    rows {
      place {
        code
        name
        parent {
          name
        }
      }
      children: value(metric: $metric)
      share: value(metric: $metric, as: SHARE_OF_TOTAL)
    }
    total {
      children: value(metric: $metric)
    }
  }
}`,
    variables: { metric: "ENROLMENT_AGE_0_5", first: 10 },
  },
  {
    title: "States in biometric updates",
    explanation: "Every state's share and rank in biometric updates, with its name in English and Hindi.",
    query: `query StatesInBiometricUpdates {
  stats(groupBy: [STATE], orderBy: { metric: BIOMETRIC_UPDATE }) {
    rows {
      place {
        code
        name
        hindi: name(language: HI)
      }
      updates: value(metric: BIOMETRIC_UPDATE)
      share: value(metric: BIOMETRIC_UPDATE, as: SHARE_OF_TOTAL)
      rank: value(metric: BIOMETRIC_UPDATE, as: RANK)
    }
  }
}`,
    variables: {},
  },
  {
    title: "A pincode and its neighbours",
    explanation: "One pincode's monthly series, and all activity of the five pincodes nearest to it.",
    query: `query PincodeAndNeighbours($code: ID!) {
  place(code: $code) {
    code
    name
    ancestors {
      code
      name
    }
    series(metric: ACTIVITY, bucket: MONTH) {
      date
      value
      reported
    }
    ... on Pincode {
      neighbours(first: 5) {
        code
        name
        activity: value(metric: ACTIVITY)
        district {
          name
        }
      }
    }
  }
}`,
    variables: { code: "500001" },
  },
  {
    title: "A state as map columns",
    explanation:
      "All pincodes of one state as aligned columns: codes, coordinates, values and the legend's breaks.",
    query: `query StateMap($state: ID!, $metric: Metric!) {
  map(level: PINCODE, within: $state, metric: $metric) {
    codes
    longitude
    latitude
    value
    breaks
    unplaced
    unplacedValue
  }
}`,
    variables: { state: "IN-TG", metric: "ENROLMENT" },
  },
  {
    title: "What is behind the figures",
    explanation:
      "Source, coverage and quality of the dataset: what was read, kept, mended and turned away, and why.",
    query: `query DataQuality {
  dataset {
    source
    version
    publishedAt
    from
    to
    rows
    states
    districts
    pincodes
    quality {
      rowsRead
      rowsKept
      duplicates
      rejected
      reasons {
        code
        rows
        example
      }
      renamedStates
      renamedDistricts
      missingDates
    }
  }
}`,
    variables: {},
  },
];
