import type { Metric } from "../../data/activity/metric.ts";
import type { Sector } from "../risk/formulas.ts";
import type { Words } from "../words.ts";

/** A ministry, the sector that speaks to it, and the metric that this sector leans on most. */
export interface Ministry {
  readonly name: Words;
  readonly sector: Sector;
  readonly metric: Metric;
  /** Why this metric: the part of the sector's formula that may give most points (engines/risk/formulas.ts). */
  readonly why: Words;
}

export const MINISTRIES: readonly Ministry[] = [
  {
    name: { EN: "Ministry of Education", HI: "शिक्षा मंत्रालय" },
    sector: "EDUCATION",
    metric: "BIOMETRIC_UPDATE_AGE_5_17",
    why: {
      EN: "Up to 70 of the 100 points come from children's biometric updates falling short of enrolments.",
      HI: "100 में से 70 अंक तक नामांकन की तुलना में बच्चों के बायोमेट्रिक अद्यतनों की कमी से आते हैं।",
    },
  },
  {
    name: {
      EN: "Ministry of Consumer Affairs, Food and Public Distribution",
      HI: "उपभोक्ता मामले, खाद्य और सार्वजनिक वितरण मंत्रालय",
    },
    sector: "HUNGER",
    metric: "DEMOGRAPHIC_UPDATE_AGE_17_PLUS",
    why: {
      EN: "Up to 50 of the 100 points come from the rank of adults' demographic updates.",
      HI: "100 में से 50 अंक तक वयस्कों के जनसांख्यिकीय अद्यतनों के क्रम से आते हैं।",
    },
  },
  {
    name: { EN: "Ministry of Rural Development", HI: "ग्रामीण विकास मंत्रालय" },
    sector: "RURAL",
    metric: "DEMOGRAPHIC_UPDATE",
    why: {
      EN: "Up to 80 of the 100 points come from the rank of demographic updates to an enrolment.",
      HI: "100 में से 80 अंक तक प्रति नामांकन जनसांख्यिकीय अद्यतनों के क्रम से आते हैं।",
    },
  },
  {
    name: { EN: "Election Commission of India", HI: "भारत निर्वाचन आयोग" },
    sector: "ELECTORAL",
    metric: "ENROLMENT_AGE_18_PLUS",
    why: {
      EN: "Up to 50 of the 100 points come from the rank of adults' enrolments.",
      HI: "100 में से 50 अंक तक वयस्कों के नामांकन के क्रम से आते हैं।",
    },
  },
  {
    name: { EN: "Ministry of Labour and Employment", HI: "श्रम और रोज़गार मंत्रालय" },
    sector: "LABOUR",
    metric: "DEMOGRAPHIC_UPDATE_AGE_17_PLUS",
    why: {
      EN: "Up to 40 of the 100 points come from the rank of adults' demographic updates.",
      HI: "100 में से 40 अंक तक वयस्कों के जनसांख्यिकीय अद्यतनों के क्रम से आते हैं।",
    },
  },
];
