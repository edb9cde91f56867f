import type { Words } from "../words.ts";
import type { Component } from "./components.ts";
import type { Sector } from "./formulas.ts";

export const SECTOR_NAMES: Readonly<Record<Sector, Words>> = {
  EDUCATION: { EN: "education", HI: "शिक्षा" },
  HUNGER: { EN: "hunger", HI: "भुखमरी" },
  RURAL: { EN: "rural", HI: "ग्रामीण" },
  ELECTORAL: { EN: "electoral", HI: "निर्वाचन" },
  LABOUR: { EN: "labour", HI: "श्रम" },
};

/** What each component of 0..1 is, in the words of an explanation. */
export const COMPONENT_WORDS: Readonly<Record<Component, Words>> = {
  missingBiometricUpdates: {
    EN: "shortfall of biometric updates of ages 5–17 against enrolments below 18",
    HI: "18 वर्ष से कम आयु के नामांकनों की तुलना में 5–17 वर्ष के बायोमेट्रिक अद्यतनों की कमी",
  },
  demographicUpdatesOfChildren: {
    EN: "demographic updates of ages 5–17 per enrolment below 18, at most 1",
    HI: "18 वर्ष से कम आयु के प्रति नामांकन 5–17 वर्ष के जनसांख्यिकीय अद्यतन, अधिकतम 1",
  },
  demographicUpdatesOfAdults: {
    EN: "percentile rank of demographic updates of ages 17 and over",
    HI: "17 वर्ष और अधिक आयु के जनसांख्यिकीय अद्यतनों का प्रतिशतक क्रम",
  },
  biometricUpdatesOfAdults: {
    EN: "percentile rank of biometric updates of ages 17 and over",
    HI: "17 वर्ष और अधिक आयु के बायोमेट्रिक अद्यतनों का प्रतिशतक क्रम",
  },
  enrolmentsOfAdults: {
    EN: "percentile rank of enrolments of ages 18 and over",
    HI: "18 वर्ष और अधिक आयु के नामांकनों का प्रतिशतक क्रम",
  },
  demographicUpdatesPerEnrolment: {
    EN: "percentile rank of demographic updates per enrolment",
    HI: "प्रति नामांकन जनसांख्यिकीय अद्यतनों का प्रतिशतक क्रम",
  },
  spike: { EN: "flag: spike", HI: "संकेत: उछाल" },
  massMovement: { EN: "flag: mass movement", HI: "संकेत: सामूहिक आवाजाही" },
  ghostPopulation: { EN: "flag: ghost population", HI: "संकेत: छद्म जनसंख्या" },
  influx: { EN: "flag: influx", HI: "संकेत: आगमन" },
};

/** What must stand beside every score. */
export const RISK_CAVEAT: Words = {
  EN: "A proxy from administrative counts of enrolments and updates; it compares places and never says anything about persons.",
  HI: "यह नामांकन और अद्यतन की प्रशासनिक गणनाओं से बना एक परोक्ष सूचक है; यह स्थानों की तुलना करता है और व्यक्तियों के बारे में कभी कुछ नहीं कहता।",
};
