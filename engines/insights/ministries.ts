import type { Metric } from "../../data/activity/metric.ts";
import type { Sector } from "../risk/formulas.ts";
import type { Words } from "../words.ts";

/** A ministry, the sector that speaks to it, and the metric that this sector leans on most. */
export interface Ministry {
  readonly name: Words;
  readonly sector: Sector;
  readonly metric: Metric;
}

export const MINISTRIES: readonly Ministry[] = [
  {
    name: { EN: "Ministry of Education", HI: "शिक्षा मंत्रालय" },
    sector: "EDUCATION",
    metric: "BIOMETRIC_UPDATE_AGE_5_17",
  },
  {
    name: {
      EN: "Ministry of Consumer Affairs, Food and Public Distribution",
      HI: "उपभोक्ता मामले, खाद्य और सार्वजनिक वितरण मंत्रालय",
    },
    sector: "HUNGER",
    metric: "DEMOGRAPHIC_UPDATE_AGE_17_PLUS",
  },
  {
    name: { EN: "Ministry of Rural Development", HI: "ग्रामीण विकास मंत्रालय" },
    sector: "RURAL",
    metric: "DEMOGRAPHIC_UPDATE",
  },
  {
    name: { EN: "Election Commission of India", HI: "भारत निर्वाचन आयोग" },
    sector: "ELECTORAL",
    metric: "ENROLMENT_AGE_18_PLUS",
  },
  {
    name: { EN: "Ministry of Labour and Employment", HI: "श्रम और रोज़गार मंत्रालय" },
    sector: "LABOUR",
    metric: "BIOMETRIC_UPDATE_AGE_17_PLUS",
  },
];
