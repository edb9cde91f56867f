import type { Metric } from "../data/activity/metric.ts";
import { builder } from "./builder.ts";

const persons = (what: string, source: string) => ({
  description: `${what}. Unit: persons counted in reports. Source: ${source}.`,
});

const VALUES = {
  ENROLMENT_AGE_0_5: persons("New enrolments aged 0 to 5", "UIDAI enrolment files, column age_0_5"),
  ENROLMENT_AGE_5_17: persons("New enrolments aged 5 to 17", "UIDAI enrolment files, column age_5_17"),
  ENROLMENT_AGE_18_PLUS: persons(
    "New enrolments aged 18 and above",
    "UIDAI enrolment files, column age_18_greater",
  ),
  DEMOGRAPHIC_UPDATE_AGE_5_17: persons(
    "Demographic updates (name, address, date of birth and the like) aged 5 to 17",
    "UIDAI demographic update files, column demo_age_5_17",
  ),
  DEMOGRAPHIC_UPDATE_AGE_17_PLUS: persons(
    "Demographic updates aged 17 and above",
    "UIDAI demographic update files, column demo_age_17_",
  ),
  BIOMETRIC_UPDATE_AGE_5_17: persons(
    "Biometric updates (fingerprints, iris, photograph) aged 5 to 17",
    "UIDAI biometric update files, column bio_age_5_17",
  ),
  BIOMETRIC_UPDATE_AGE_17_PLUS: persons(
    "Biometric updates aged 17 and above",
    "UIDAI biometric update files, column bio_age_17_",
  ),
  ENROLMENT: persons("All new enrolments", "sum of the three enrolment counts"),
  DEMOGRAPHIC_UPDATE: persons("All demographic updates", "sum of the two demographic update counts"),
  BIOMETRIC_UPDATE: persons("All biometric updates", "sum of the two biometric update counts"),
  ACTIVITY: persons("Enrolments and updates together", "sum of all seven counts"),
} as const satisfies Record<Metric, { description: string }>;

export const MetricEnum = builder.enumType("Metric", {
  description:
    "The seven published counts, their three activity totals and the grand total. Unit: persons counted in reports.",
  values: VALUES,
});
