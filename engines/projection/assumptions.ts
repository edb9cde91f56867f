/** One number a projection takes: what it means, in what unit, what it may be, and where its default is from. */
export interface AssumptionSpec {
  readonly label: { readonly EN: string; readonly HI: string };
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** null: the state's own figure, out of the facts. */
  readonly default: number | null;
  readonly source: string;
}

const spec = <const T extends AssumptionSpec>(one: T) => one;

/** Every assumption on people, by name. */
export const ASSUMPTIONS = {
  totalFertilityRate: spec({
    label: { EN: "Children per woman in the base year", HI: "आधार वर्ष में प्रति महिला बच्चे" },
    unit: "children per woman",
    min: 0.8,
    max: 6.5,
    default: null,
    source:
      "National Family Health Survey 6 (2023-24), carried on to the base year; where not published, fitted to the birth rates of the Sample Registration System 2014-2016",
  }),
  fertilityFloor: spec({
    label: { EN: "Children per woman towards which fertility falls", HI: "प्रजनन दर जिस स्तर की ओर घटती है" },
    unit: "children per woman",
    min: 0.8,
    max: 3,
    default: 1.7,
    source:
      "Assumption: the median of the eleven larger states below 1.9 children in the Sample Registration System 2016 (1.6 to 1.8)",
  }),
  fertilityDecline: spec({
    label: { EN: "Speed of the decline of fertility", HI: "प्रजनन दर में गिरावट की गति" },
    unit: "per year, on a Gompertz curve",
    min: 0,
    max: 0.3,
    default: null,
    source:
      "Between about 1998 (reverse survival of the children of the census of 2011) and 2015 (fitted to the Sample Registration System), each state's own drawn halfway to the country's",
  }),
  meanAgeOfChildbearing: spec({
    label: { EN: "Mean age of mothers at a birth", HI: "जन्म के समय माताओं की औसत आयु" },
    unit: "years",
    min: 24,
    max: 34,
    default: 27.5,
    source:
      "Assumption between the age-specific rates of the Sample Registration System 2014 (about 27) and 2018 (about 28)",
  }),
  sexRatioAtBirth: spec({
    label: { EN: "Boys born per girl", HI: "प्रति बालिका जन्मे बालक" },
    unit: "boys per girl",
    min: 0.95,
    max: 1.25,
    default: 1.114,
    source: "Sample Registration System 2014-16: 898 girls per 1,000 boys",
  }),
  infantMortality: spec({
    label: { EN: "Deaths under one year of age in the base year", HI: "आधार वर्ष में एक वर्ष से कम आयु की मृत्यु" },
    unit: "per 1,000 births",
    min: 1,
    max: 120,
    default: null,
    source:
      "Sample Registration System 2022, carried on to the base year; where not published, of the life table fitted to the death rates of 2014-2016",
  }),
  infantMortalityDecline: spec({
    label: { EN: "Decline of infant mortality", HI: "शिशु मृत्यु दर में कमी" },
    unit: "per year, continuous",
    min: -0.05,
    max: 0.15,
    default: 0.04,
    source:
      "Assumption, a little under the decline in the Sample Registration System, India: 57 in 2006, 34 in 2016",
  }),
  lifeExpectancyGain: spec({
    label: { EN: "Gain of life expectancy at 69 years", HI: "69 वर्ष पर जीवन प्रत्याशा में वृद्धि" },
    unit: "years per year",
    min: -0.5,
    max: 1,
    default: 0.25,
    source:
      "Assumption, under the 0.4 years a year between the life tables of 2006-10 (66.1) and 2012-16 (68.7) of the Sample Registration System",
  }),
  migrationRate: spec({
    label: { EN: "Net migrants in the base year", HI: "आधार वर्ष में शुद्ध प्रवासन" },
    unit: "per 1,000 persons and year",
    min: -40,
    max: 100,
    default: null,
    source: "What births and deaths leave over of the official growth of the five years before the base year",
  }),
  migrationHalfLife: spec({
    label: { EN: "Years in which net migration halves", HI: "शुद्ध प्रवासन आधा होने के वर्ष" },
    unit: "years",
    min: 1,
    max: 1000,
    default: 50,
    source: "Assumption: nearly constant, as migration between states is held in the official projections",
  }),
  birthScale: spec({
    label: {
      EN: "Births in the population's scale per birth of the surveys",
      HI: "जनसंख्या के पैमाने पर प्रति सर्वेक्षित जन्म",
    },
    unit: "ratio",
    min: 0.7,
    max: 1.3,
    default: null,
    source:
      "The factor by which the country's births and deaths alone give its official growth of the five years before the base year",
  }),
} as const;
