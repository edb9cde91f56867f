import type { Place } from "../../data/places/place.ts";
import type { Role } from "../assistant/understood.ts";
import type { NationRisk } from "../nation/risk.ts";
import { SECTORS, type Sector } from "../risk/formulas.ts";
import { RISK_LEVELS, type RiskLevel } from "../risk/level.ts";
import type { Words } from "../words.ts";
import { ROLES } from "./roles.ts";
import { triggerOf } from "./trigger.ts";

/** What may be done where a sector's score is of a level: modest steps that a look at the ground comes before. */
export const ACTIONS: Readonly<Record<Sector, Readonly<Record<RiskLevel, Words>>>> = {
  EDUCATION: {
    LOW: {
      EN: "Go on as usual; keep the yearly update days at schools.",
      HI: "सामान्य रूप से जारी रखें; स्कूलों में वार्षिक अद्यतन दिवस बनाए रखें।",
    },
    MEDIUM: {
      EN: "Plan update days at schools for ages 5 and 15 in the coming term.",
      HI: "अगले सत्र में 5 और 15 वर्ष के बच्चों के लिए स्कूलों में अद्यतन दिवस तय करें।",
    },
    HIGH: {
      EN: "Bring mobile update kits to schools and check which pincodes have no centre within reach.",
      HI: "स्कूलों में चल अद्यतन किट भेजें और देखें कि किन पिनकोडों के पास केंद्र नहीं है।",
    },
    CRITICAL: {
      EN: "Set up camps at schools this month, pincode by pincode, and ask why children's updates do not come.",
      HI: "इसी माह पिनकोड के अनुसार स्कूलों में शिविर लगाएँ और पता करें कि बच्चों के अद्यतन क्यों नहीं आ रहे।",
    },
  },
  HUNGER: {
    LOW: { EN: "Go on as usual.", HI: "सामान्य रूप से जारी रखें।" },
    MEDIUM: {
      EN: "See whether ration shops are reached by those who changed their address.",
      HI: "देखें कि पता बदलने वालों तक राशन दुकानें पहुँच रही हैं या नहीं।",
    },
    HIGH: {
      EN: "Check allotments of ration shops in the pincodes with most changes of address.",
      HI: "सबसे अधिक पता-परिवर्तन वाले पिनकोडों में राशन दुकानों का आवंटन जाँचें।",
    },
    CRITICAL: {
      EN: "Look into the pincodes on the ground, and make supply ready for those who moved.",
      HI: "पिनकोडों की ज़मीनी जाँच करें और स्थान बदलने वालों के लिए आपूर्ति तैयार रखें।",
    },
  },
  RURAL: {
    LOW: { EN: "Go on as usual.", HI: "सामान्य रूप से जारी रखें।" },
    MEDIUM: {
      EN: "Compare the rolls of local schemes with the counts of the pincode.",
      HI: "स्थानीय योजनाओं की सूचियों की पिनकोड की गिनती से तुलना करें।",
    },
    HIGH: {
      EN: "Have centres' records of demographic updates sampled, and see whether a campaign explains them.",
      HI: "केंद्रों के जनसांख्यिकीय अद्यतन अभिलेखों का नमूना जाँचें और देखें कि क्या कोई अभियान इसका कारण है।",
    },
    CRITICAL: {
      EN: "Have a sample of the centres' records of the pincodes reviewed with the registrar; payments go on meanwhile.",
      HI: "पिनकोडों के केंद्रों के अभिलेखों के नमूने की रजिस्ट्रार के साथ समीक्षा कराएँ; इस बीच भुगतान चलते रहें।",
    },
  },
  ELECTORAL: {
    LOW: { EN: "Go on as usual.", HI: "सामान्य रूप से जारी रखें।" },
    MEDIUM: {
      EN: "Watch adults' enrolments in the coming months.",
      HI: "आने वाले महीनों में वयस्क नामांकन पर नज़र रखें।",
    },
    HIGH: {
      EN: "See whether a camp, a new settlement or a single centre explains adults' enrolments.",
      HI: "देखें कि क्या कोई शिविर, नई बस्ती या एक केंद्र वयस्क नामांकन का कारण है।",
    },
    CRITICAL: {
      EN: "Have adults' enrolments of the pincodes verified by the registrar before rolls are revised.",
      HI: "सूचियों के पुनरीक्षण से पहले पिनकोडों के वयस्क नामांकन रजिस्ट्रार से सत्यापित कराएँ।",
    },
  },
  LABOUR: {
    LOW: { EN: "Go on as usual.", HI: "सामान्य रूप से जारी रखें।" },
    MEDIUM: {
      EN: "Ask employers and labour offices whether workers come or leave by season.",
      HI: "नियोक्ताओं और श्रम कार्यालयों से पूछें कि क्या श्रमिक मौसम के अनुसार आते-जाते हैं।",
    },
    HIGH: {
      EN: "Bring registration for workers' schemes to the pincodes with most adults' updates.",
      HI: "सबसे अधिक वयस्क अद्यतन वाले पिनकोडों में श्रमिक योजनाओं का पंजीकरण पहुँचाएँ।",
    },
    CRITICAL: {
      EN: "Set up a help desk for those who moved, with housing, ration and work in one place.",
      HI: "स्थान बदलने वालों के लिए आवास, राशन और काम की एक ही जगह सहायता शुरू करें।",
    },
  },
};

/** A step that a place's score suggests. */
export interface Action {
  readonly sector: Sector;
  readonly level: RiskLevel;
  readonly score: number;
  /** The finding that it answers. */
  readonly trigger: Words;
  readonly action: Words;
}

/**
 * What may be done in a place: one step a sector with a score, the higher levels first, of one level in the order of
 * the role.
 */
export function actionsFor(risk: NationRisk, place: Place, role: Role): Action[] {
  const order = ROLES[role].sectors;
  return SECTORS.flatMap((sector): Action[] => {
    const score = risk.sector(place, sector);
    const level = risk.levelOf(score);
    if (level === null) return [];
    const trigger = triggerOf(risk, place, sector)!;
    return [{ sector, level, score, trigger, action: ACTIONS[sector][level] }];
  }).sort(
    (a, b) =>
      RISK_LEVELS.indexOf(b.level) - RISK_LEVELS.indexOf(a.level) ||
      order.indexOf(a.sector) - order.indexOf(b.sector),
  );
}
