import type { Metric } from "../../data/activity/metric.ts";
import type { Role } from "../assistant/understood.ts";
import type { Sector } from "../risk/formulas.ts";
import type { Words } from "../words.ts";

/** What comes first for one who asks in a role; figures never depend on it. */
export interface RoleProfile {
  readonly name: Words;
  readonly concern: Words;
  readonly metrics: readonly Metric[];
  /** All five, the nearest first. */
  readonly sectors: readonly Sector[];
  readonly questions: readonly Words[];
}

const ask = (EN: string, HI: string): Words => ({ EN, HI });

export const ROLES: Readonly<Record<Role, RoleProfile>> = {
  POLICE: {
    name: { EN: "Police", HI: "पुलिस" },
    concern: {
      EN: "Where many people move at once, and where reports fall silent.",
      HI: "जहाँ एक साथ बहुत लोग आते-जाते हैं, और जहाँ रिपोर्टें रुक जाती हैं।",
    },
    metrics: ["DEMOGRAPHIC_UPDATE_AGE_17_PLUS", "ENROLMENT_AGE_18_PLUS", "ACTIVITY"],
    sectors: ["LABOUR", "ELECTORAL", "HUNGER", "RURAL", "EDUCATION"],
    questions: [
      ask("Any alerts in Gujarat in December?", "गुजरात में दिसंबर में कोई अलर्ट?"),
      ask(
        "Which districts of Assam have the most enrolments of adults?",
        "असम के किन ज़िलों में वयस्कों के सबसे अधिक नामांकन हुए?",
      ),
      ask("What is the risk of Palghar and why?", "पालघर का जोखिम क्या है और क्यों?"),
      ask("Demographic updates in Surat last month", "सूरत में पिछले महीने जनसांख्यिकीय अपडेट"),
      ask("How many police are needed in Nashik in 5 years?", "नासिक में 5 साल में कितनी पुलिस चाहिए?"),
    ],
  },
  EDUCATION: {
    name: { EN: "Education", HI: "शिक्षा" },
    concern: {
      EN: "Children of school age whose biometric updates are due.",
      HI: "स्कूली आयु के बच्चे जिनके बायोमेट्रिक अद्यतन होने हैं।",
    },
    metrics: ["BIOMETRIC_UPDATE_AGE_5_17", "ENROLMENT_AGE_5_17", "DEMOGRAPHIC_UPDATE_AGE_5_17"],
    sectors: ["EDUCATION", "HUNGER", "LABOUR", "RURAL", "ELECTORAL"],
    questions: [
      ask(
        "How many biometric updates of children in Bihar last month?",
        "बिहार में पिछले महीने बच्चों के कितने बायोमेट्रिक अपडेट हुए?",
      ),
      ask(
        "Which districts of Jharkhand have the fewest biometric updates of ages 5-17?",
        "झारखंड के किन ज़िलों में 5-17 वर्ष के सबसे कम बायोमेट्रिक अपडेट हुए?",
      ),
      ask("School seats needed in Patna in 5 years", "पटना में 5 साल में कितनी स्कूल सीटें चाहिए?"),
      ask("What does EDUCATION mean?", "शिक्षा जोखिम का क्या मतलब है?"),
      ask("Trend of biometric updates of ages 5-17 in Odisha", "ओडिशा में 5-17 वर्ष के बायोमेट्रिक अपडेट का रुझान"),
    ],
  },
  HEALTH: {
    name: { EN: "Health", HI: "स्वास्थ्य" },
    concern: { EN: "Where children are born and enrolled.", HI: "जहाँ बच्चे जन्म लेते और नामांकित होते हैं।" },
    metrics: ["ENROLMENT_AGE_0_5", "ENROLMENT", "ACTIVITY"],
    sectors: ["HUNGER", "EDUCATION", "RURAL", "LABOUR", "ELECTORAL"],
    questions: [
      ask(
        "How many children of age 0-5 were enrolled in Rajasthan since October?",
        "राजस्थान में अक्टूबर से 0-5 वर्ष के कितने बच्चों का नामांकन हुआ?",
      ),
      ask(
        "Which states enrolled the most children under five?",
        "किन राज्यों में पाँच वर्ष से कम के सबसे अधिक बच्चों का नामांकन हुआ?",
      ),
      ask("Hospital beds needed in Indore in 10 years", "इंदौर में 10 साल में कितने अस्पताल बिस्तर चाहिए?"),
      ask("Forecast of enrolments in Kerala for the next 4 weeks", "केरल में अगले 4 सप्ताह के नामांकन का पूर्वानुमान"),
      ask("Population of Bihar in 2030", "2030 में बिहार की जनसंख्या"),
    ],
  },
  BUDGET: {
    name: { EN: "Finance and budget", HI: "वित्त और बजट" },
    concern: { EN: "What will be needed, and where it grows.", HI: "क्या आवश्यक होगा, और कहाँ बढ़ेगा।" },
    metrics: ["ACTIVITY", "BIOMETRIC_UPDATE", "ENROLMENT"],
    sectors: ["EDUCATION", "LABOUR", "RURAL", "HUNGER", "ELECTORAL"],
    questions: [
      ask("Budget stress of Uttar Pradesh in 5 years", "उत्तर प्रदेश का 5 साल में बजट दबाव"),
      ask("Compare enrolments in Maharashtra and Karnataka", "महाराष्ट्र और कर्नाटक के नामांकन की तुलना करें"),
      ask(
        "How many mandatory biometric updates fall due in Gujarat in 5 years?",
        "गुजरात में 5 साल में कितने अनिवार्य बायोमेट्रिक अपडेट होने हैं?",
      ),
      ask("Share of Uttar Pradesh in enrolments", "नामांकन में उत्तर प्रदेश का हिस्सा"),
      ask("Population of Maharashtra in 10 years", "10 साल में महाराष्ट्र की जनसंख्या"),
    ],
  },
  DISTRICT_ADMIN: {
    name: { EN: "District administration", HI: "ज़िला प्रशासन" },
    concern: {
      EN: "What is strange in the district, and how it stands beside others.",
      HI: "ज़िले में क्या असामान्य है, और दूसरों की तुलना में वह कहाँ है।",
    },
    metrics: ["ACTIVITY", "ENROLMENT", "DEMOGRAPHIC_UPDATE", "BIOMETRIC_UPDATE"],
    sectors: ["EDUCATION", "HUNGER", "RURAL", "ELECTORAL", "LABOUR"],
    questions: [
      ask("How many enrolments in Pune last month?", "पुणे में पिछले महीने कितने नामांकन हुए?"),
      ask("Top 5 pincodes of Pune by biometric updates", "पुणे के शीर्ष 5 पिनकोड बायोमेट्रिक अपडेट के अनुसार"),
      ask("Any alerts in Pune?", "पुणे में कोई अलर्ट?"),
      ask("What is the risk of Pune and why?", "पुणे का जोखिम क्या है और क्यों?"),
      ask("How complete is the data for Pune?", "पुणे के डेटा की गुणवत्ता कैसी है?"),
    ],
  },
  STATE_GOVT: {
    name: { EN: "State government", HI: "राज्य सरकार" },
    concern: { EN: "The districts side by side, and what changes.", HI: "ज़िले एक साथ, और क्या बदल रहा है।" },
    metrics: ["ACTIVITY", "ENROLMENT", "BIOMETRIC_UPDATE"],
    sectors: ["RURAL", "EDUCATION", "HUNGER", "LABOUR", "ELECTORAL"],
    questions: [
      ask(
        "Which districts of Bihar have the most demographic updates?",
        "बिहार के किन ज़िलों में सबसे अधिक जनसांख्यिकीय अपडेट हुए?",
      ),
      ask("Trend of enrolments in Tamil Nadu", "तमिलनाडु में नामांकन का रुझान"),
      ask("Which districts of Assam are at high risk?", "असम के कौन से ज़िले उच्च जोखिम में हैं?"),
      ask("Compare Kerala and Tamil Nadu by biometric updates", "केरल और तमिलनाडु के बायोमेट्रिक अपडेट की तुलना करें"),
      ask("Population of Telangana in 5 years", "5 साल में तेलंगाना की जनसंख्या"),
    ],
  },
  SKILL: {
    name: { EN: "Skill development", HI: "कौशल विकास" },
    concern: { EN: "Where people of working age are and move.", HI: "जहाँ कार्यशील आयु के लोग हैं और जाते हैं।" },
    metrics: ["BIOMETRIC_UPDATE_AGE_17_PLUS", "DEMOGRAPHIC_UPDATE_AGE_17_PLUS", "ENROLMENT_AGE_18_PLUS"],
    sectors: ["LABOUR", "EDUCATION", "HUNGER", "RURAL", "ELECTORAL"],
    questions: [
      ask("Training places needed in Ranchi in 5 years", "रांची में 5 साल में कितने प्रशिक्षण स्थान चाहिए?"),
      ask("Biometric updates of adults in Jaipur last month", "जयपुर में पिछले महीने वयस्कों के बायोमेट्रिक अपडेट"),
      ask(
        "Which districts of Odisha have the most demographic updates of adults?",
        "ओडिशा के किन ज़िलों में वयस्कों के सबसे अधिक जनसांख्यिकीय अपडेट हुए?",
      ),
      ask("What does LABOUR mean?", "श्रम जोखिम का क्या मतलब है?"),
      ask("Trend of demographic updates in Haryana", "हरियाणा में जनसांख्यिकीय अपडेट का रुझान"),
    ],
  },
};
