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
    variables: { state: "IN-GA", metric: "ENROLMENT" },
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
  {
    title: "A month against the one before",
    explanation:
      "States by how their enrolments changed from November to December, like days compared with like.",
    query: `query AgainstTheMonthBefore($from: Date!, $to: Date!) {
  stats(
    where: { from: $from, to: $to }
    groupBy: [STATE]
    compareTo: PREVIOUS_MONTH
    orderBy: { metric: ENROLMENT, aspect: CHANGE_RATIO }
    first: 10
  ) {
    rows {
      place {
        name
      }
      enrolment: value(metric: ENROLMENT)
      before: value(metric: ENROLMENT, as: PREVIOUS)
      change: value(metric: ENROLMENT, as: CHANGE_RATIO)
    }
    meta {
      reportDays
      comparedFrom
      comparedTo
      comparedReportDays
      comparedAligned
    }
  }
}`,
    variables: { from: "2025-12-01", to: "2025-12-31" },
  },
  {
    title: "Large districts that fell most",
    explanation:
      "Districts with many updates in the first half of November whose updates fell most against the days before.",
    query: `query FellMost($least: Float!) {
  stats(
    where: { from: "2025-11-01", to: "2025-11-15" }
    groupBy: [DISTRICT]
    compareTo: PREVIOUS_PERIOD
    having: [{ metric: DEMOGRAPHIC_UPDATE, aspect: PREVIOUS, gte: $least }]
    orderBy: { metric: DEMOGRAPHIC_UPDATE, aspect: CHANGE_RATIO, direction: ASC }
    first: 10
  ) {
    totalGroups
    rows {
      place {
        name
        parent {
          name
        }
      }
      now: value(metric: DEMOGRAPHIC_UPDATE)
      before: value(metric: DEMOGRAPHIC_UPDATE, as: PREVIOUS)
      change: value(metric: DEMOGRAPHIC_UPDATE, as: CHANGE_RATIO)
    }
  }
}`,
    variables: { least: 10_000 },
  },
  {
    title: "When a place reported",
    explanation: "The reporting calendar of a district: monthly batches, days with a report, silent days.",
    query: `query WhenReported($code: ID!) {
  place(code: $code) {
    name
    calendar(metric: ENROLMENT) {
      reportDays
      batches
      coveredDays
      missingDays
      spans {
        from
        to
        kind
      }
    }
  }
}`,
    variables: { code: "IN-LD/lakshadweep" },
  },
  {
    title: "The autumn week by week",
    explanation: "Enrolments of a state by week, beside the mean of seven weeks and the sum so far.",
    query: `query WeekByWeek($state: ID!) {
  stats(where: { places: [$state], from: "2025-09-01" }, bucket: WEEK) {
    rows {
      from
      enrolment: value(metric: ENROLMENT)
      perReportDay: value(metric: ENROLMENT, as: PER_REPORT_DAY)
      mean: value(metric: ENROLMENT, as: ROLLING_MEAN_7)
      soFar: value(metric: ENROLMENT, as: CUMULATIVE)
    }
  }
}`,
    variables: { state: "IN-BR" },
  },
  {
    title: "Find a place",
    explanation: "Places by a former, misspelt or Hindi name, or by the digits a pincode begins with.",
    query: `query FindPlaces($text: String!) {
  search(text: $text, first: 5) {
    score
    matched
    place {
      code
      level
      name
      hindi: name(language: HI)
    }
  }
}`,
    variables: { text: "Allahabad" },
  },
  {
    title: "The busiest pincodes of a district",
    explanation: "Pincodes of one district by all activity, with their share of the district's.",
    query: `query BusiestPincodes($district: ID!) {
  stats(
    where: { places: [$district] }
    groupBy: [PINCODE]
    orderBy: { metric: ACTIVITY }
    first: 10
  ) {
    totalGroups
    rows {
      place {
        code
        name
      }
      activity: value(metric: ACTIVITY)
      share: value(metric: ACTIVITY, as: SHARE_OF_TOTAL)
      perReportDay: value(metric: ACTIVITY, as: PER_REPORT_DAY)
    }
  }
}`,
    variables: { district: "IN-MH/pune" },
  },
];
