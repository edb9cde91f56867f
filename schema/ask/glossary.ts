import type { Words } from "../../engines/words.ts";

/** What each term means here; texts reviewed in both languages. */
export const GLOSSARY: Readonly<Record<string, Words>> = {
  AADHAAR: {
    EN: "Aadhaar is the twelve-digit identity number that the Unique Identification Authority of India issues. This service holds counts of enrolments and updates alone, nothing of any person.",
    HI: "आधार भारतीय विशिष्ट पहचान प्राधिकरण द्वारा जारी बारह अंकों की पहचान संख्या है। इस सेवा में केवल नामांकन और अद्यतन की गिनती है, किसी व्यक्ति का कुछ नहीं।",
  },
  ENROLMENT: {
    EN: "Enrolments are persons counted in reports as newly given a number, by ages 0–5, 5–17 and 18 and over.",
    HI: "नामांकन वे व्यक्ति हैं जिन्हें रिपोर्टों में नया आधार मिला गिना गया, आयु 0–5, 5–17 और 18 व अधिक के अनुसार।",
  },
  DEMOGRAPHIC_UPDATE: {
    EN: "Demographic updates are changes of name, address, date of birth and the like, by ages 5–17 and 17 and over. Many adults' updates may mean that people moved, or that a campaign ran.",
    HI: "जनसांख्यिकीय अद्यतन नाम, पता, जन्मतिथि आदि के बदलाव हैं, आयु 5–17 और 17 व अधिक के अनुसार। वयस्कों के अधिक अद्यतन लोगों के स्थान बदलने या अभियान का संकेत हो सकते हैं।",
  },
  BIOMETRIC_UPDATE: {
    EN: "Biometric updates renew fingerprints, iris and photograph, by ages 5–17 and 17 and over. A child's are mandatory at 5 and at 15.",
    HI: "बायोमेट्रिक अद्यतन में उंगलियों के निशान, आँख की पुतली और फ़ोटो नए होते हैं, आयु 5–17 और 17 व अधिक के अनुसार। बच्चों के लिए 5 और 15 वर्ष पर ये अनिवार्य हैं।",
  },
  ACTIVITY: {
    EN: "Activity is enrolments, demographic and biometric updates together.",
    HI: "गतिविधि नामांकन, जनसांख्यिकीय और बायोमेट्रिक अद्यतनों का योग है।",
  },
  INFANT: {
    EN: "Enrolments are published for ages 0–5, 5–17 and 18 and over; updates for ages 5–17 and 17 and over.",
    HI: "नामांकन आयु 0–5, 5–17 और 18 व अधिक के लिए, अद्यतन आयु 5–17 और 17 व अधिक के लिए प्रकाशित होते हैं।",
  },
  METRIC: {
    EN: "A metric is what is counted: one of the seven published counts, one of the three datasets' totals, or all activity.",
    HI: "मापक वह है जो गिना जाता है: सात प्रकाशित गणनाओं में से एक, तीन डेटासेट के योग में से एक, या कुल गतिविधि।",
  },
  STATE: {
    EN: "States are the states and union territories, as they are now; older names lead to them.",
    HI: "राज्य का अर्थ वर्तमान राज्य और केंद्र शासित प्रदेश हैं; पुराने नाम भी इन्हीं तक ले जाते हैं।",
  },
  DISTRICT: {
    EN: "Districts are those of a state; misspelt and older names in the publication are brought to one name.",
    HI: "ज़िले राज्य के ज़िले हैं; प्रकाशन के ग़लत और पुराने नाम एक ही नाम पर लाए जाते हैं।",
  },
  PINCODE: {
    EN: "A pincode is the six-digit postal code under which a count was reported; one may lie in several districts.",
    HI: "पिनकोड छह अंकों का डाक कोड है जिसके अंतर्गत गिनती दर्ज हुई; एक पिनकोड कई ज़िलों में हो सकता है।",
  },
  REPORTING_DAY: {
    EN: "A reporting day is one on which a place filed a report. A day without a report is no zero: nothing is known of it.",
    HI: "रिपोर्ट का दिन वह है जिस दिन स्थान से रिपोर्ट आई। बिना रिपोर्ट का दिन शून्य नहीं है: उसका कुछ ज्ञात नहीं।",
  },
  BASELINE: {
    EN: "The baseline is what a place's own past and the places around it let expect of a day.",
    HI: "आधार-रेखा वह है जो स्थान का अपना अतीत और आस-पास के स्थान किसी दिन के लिए अपेक्षित बताते हैं।",
  },
  ANOMALY: {
    EN: "An anomaly is one finding of one detector: reports of a place that are strange beside its past or beside other places. It says that counts are strange, not why.",
    HI: "विसंगति एक संसूचक की एक खोज है: स्थान की रिपोर्टें जो उसके अतीत या अन्य स्थानों की तुलना में असामान्य हैं। यह बताती है कि गिनती असामान्य है, कारण नहीं।",
  },
  ALERT: {
    EN: "An alert is what one officer would see as one event: anomalies of one dataset and direction in places that belong together, on overlapping or following days.",
    HI: "अलर्ट वह है जिसे एक अधिकारी एक घटना माने: एक ही डेटासेट और दिशा की विसंगतियाँ, जुड़े हुए स्थानों में, साथ या लगातार दिनों में।",
  },
  SPIKE: {
    EN: "A spike is far more on a day, or a few, than its past and the places around it let expect.",
    HI: "उछाल किसी एक या कुछ दिनों में अतीत और आस-पास से अपेक्षित की तुलना में बहुत अधिक गिनती है।",
  },
  DROP: {
    EN: "A drop is far less on a day, or a few, than its past and the places around it let expect.",
    HI: "गिरावट किसी एक या कुछ दिनों में अतीत और आस-पास से अपेक्षित की तुलना में बहुत कम गिनती है।",
  },
  LEVEL_SHIFT: {
    EN: "A level shift is a run of days at another level than before.",
    HI: "स्तर परिवर्तन लगातार कई दिनों तक पहले से भिन्न स्तर पर रहना है।",
  },
  SILENCE: {
    EN: "A silence is no report for longer than a place's own rhythm of reporting allows.",
    HI: "मौन स्थान की अपनी रिपोर्ट-लय से अधिक समय तक कोई रिपोर्ट न आना है।",
  },
  SPATIAL_OUTLIER: {
    EN: "A spatial outlier has far more, or fewer, over the whole dataset than its nearest pincodes and its district's others.",
    HI: "स्थानिक अपवाद में पूरे डेटासेट में निकटतम पिनकोडों और ज़िले के अन्य पिनकोडों से बहुत अधिक या कम गिनती होती है।",
  },
  GHOST_POPULATION: {
    EN: "A ghost population is a contrast of counts: over four weeks many demographic and few biometric updates beside the nearest pincodes. It is no proof that anyone is missing.",
    HI: "छद्म जनसंख्या गणनाओं का अंतर है: चार सप्ताह में निकटतम पिनकोडों की तुलना में बहुत जनसांख्यिकीय और कम बायोमेट्रिक अद्यतन। यह किसी के न होने का प्रमाण नहीं।",
  },
  MASS_MOVEMENT: {
    EN: "A mass movement is more than 500 demographic updates of a pincode on one report day.",
    HI: "सामूहिक आवाजाही किसी पिनकोड में एक रिपोर्ट दिन पर 500 से अधिक जनसांख्यिकीय अद्यतन है।",
  },
  PROFILE_OUTLIER: {
    EN: "A profile outlier is a pincode whose five sector scores together are like few others'.",
    HI: "प्रोफ़ाइल अपवाद वह पिनकोड है जिसके पाँचों क्षेत्र-अंक मिलकर बहुत कम पिनकोडों जैसे हैं।",
  },
  INFLUX: {
    EN: "An influx is far more enrolments than the five nearest pincodes have.",
    HI: "आगमन निकटतम पाँच पिनकोडों से बहुत अधिक नामांकन है।",
  },
  RISK: {
    EN: "Risk is a score of 0 to 100 made of five sectors: a proxy from administrative counts that compares places, never a statement about persons.",
    HI: "जोखिम पाँच क्षेत्रों से बना 0 से 100 का अंक है: प्रशासनिक गणनाओं से बना परोक्ष सूचक जो स्थानों की तुलना करता है, व्यक्तियों के बारे में कुछ नहीं कहता।",
  },
  LEVEL: {
    EN: "Risk is low, medium, high or critical: from 30, 50 and 70 of 100 upwards, where the service is not set otherwise.",
    HI: "जोखिम निम्न, मध्यम, उच्च या गंभीर है: 100 में 30, 50 और 70 से ऊपर, यदि सेवा में अन्य सीमाएँ न हों।",
  },
  SECTOR: {
    EN: "The five sectors are education, hunger, rural, electoral and labour: five readings of the counts.",
    HI: "पाँच क्षेत्र शिक्षा, भुखमरी, ग्रामीण, निर्वाचन और श्रम हैं: गणनाओं के पाँच पाठ।",
  },
  EDUCATION: {
    EN: "EDUCATION weighs the shortfall of biometric updates of ages 5–17 against enrolments below 18 (70 of 100 points) and their demographic updates (30).",
    HI: "शिक्षा-अंक 18 वर्ष से कम के नामांकनों की तुलना में 5–17 वर्ष के बायोमेट्रिक अद्यतनों की कमी (100 में 70) और उनके जनसांख्यिकीय अद्यतनों (30) से बनता है।",
  },
  HUNGER: {
    EN: "HUNGER weighs adults' demographic updates among all pincodes (50 of 100 points), mass movements (30) and spikes (20).",
    HI: "भुखमरी-अंक सभी पिनकोडों में वयस्कों के जनसांख्यिकीय अद्यतन के क्रम (100 में 50), सामूहिक आवाजाही (30) और उछाल (20) से बनता है।",
  },
  RURAL: {
    EN: "RURAL weighs demographic updates per enrolment among all pincodes (80 of 100 points) and ghost populations (20).",
    HI: "ग्रामीण-अंक सभी पिनकोडों में प्रति नामांकन जनसांख्यिकीय अद्यतन के क्रम (100 में 80) और छद्म जनसंख्या (20) से बनता है।",
  },
  ELECTORAL: {
    EN: "ELECTORAL weighs adults' enrolments among all pincodes (50 of 100 points), influx beside the nearest pincodes (30) and spikes (20).",
    HI: "निर्वाचन-अंक सभी पिनकोडों में वयस्क नामांकन के क्रम (100 में 50), निकटतम पिनकोडों की तुलना में आगमन (30) और उछाल (20) से बनता है।",
  },
  LABOUR: {
    EN: "LABOUR weighs adults' demographic (40 of 100 points) and biometric updates (30) among all pincodes, and mass movements (30).",
    HI: "श्रम-अंक सभी पिनकोडों में वयस्कों के जनसांख्यिकीय (100 में 40) और बायोमेट्रिक अद्यतन (30) के क्रम और सामूहिक आवाजाही (30) से बनता है।",
  },
  RISK_PROFILE: {
    EN: "A risk profile is a group of pincodes with alike sector scores, labelled by what is high and low in it.",
    HI: "जोखिम प्रोफ़ाइल समान क्षेत्र-अंकों वाले पिनकोडों का समूह है, जिसका नाम उसमें अधिक और कम क्षेत्रों से बनता है।",
  },
  PEERS: {
    EN: "Peers are places of the same level with the most alike sector scores.",
    HI: "समकक्ष उसी स्तर के वे स्थान हैं जिनके क्षेत्र-अंक सबसे अधिक मिलते हैं।",
  },
  FORECAST: {
    EN: "A forecast is what reports are expected to count on report days to come, from their own past alone, with bounds and with how it did before.",
    HI: "पूर्वानुमान वह है जो आने वाले रिपोर्ट दिनों में अपेक्षित है, केवल अपने अतीत से, सीमाओं और पिछली सफलता के साथ।",
  },
  PROJECTION: {
    EN: "A projection says how many people there would be if its assumptions on births, deaths and migration held; it starts from the official population.",
    HI: "प्रक्षेपण बताता है कि जन्म, मृत्यु और प्रवासन की मान्यताएँ सही रहने पर कितने लोग होंगे; यह आधिकारिक जनसंख्या से आरम्भ होता है।",
  },
  HORIZON: {
    EN: "The horizon is how far ahead is looked: days of a forecast, years of a projection.",
    HI: "क्षितिज वह अवधि है जहाँ तक आगे देखा जाता है: पूर्वानुमान के दिन, प्रक्षेपण के वर्ष।",
  },
  CONFIDENCE: {
    EN: "Bounds of 80 hold eight counts in ten, those of 95 nineteen in twenty; p is the chance of so strange a day on a usual one, q the share of false findings among those as strange.",
    HI: "80 की सीमाओं में दस में आठ गिनतियाँ आती हैं, 95 की में बीस में उन्नीस; p सामान्य दिन में इतने असामान्य होने का संयोग है, q ऐसी खोजों में झूठी का हिस्सा।",
  },
  BUDGET_STRESS: {
    EN: "Budget stress says how much needs grow since the base year, on average: below 5 % low, from 5 % medium, from 10 % high, from 20 % critical.",
    HI: "बजट दबाव बताता है कि आधार वर्ष से आवश्यकताएँ औसतन कितनी बढ़ती हैं: 5 % से कम निम्न, 5 % से मध्यम, 10 % से अधिक, 20 % से गंभीर।",
  },
  GROWTH_RATE: {
    EN: "The change ratio is the change against the compared period, divided by that; a rolling mean is that of the last seven buckets; cumulative is the running sum.",
    HI: "परिवर्तन अनुपात तुलना की अवधि से बदलाव का उससे अनुपात है; चल औसत पिछले सात खंडों का औसत है; संचयी चलता योग है।",
  },
  LOW: {
    EN: "Low risk is a score below 30 of 100, where no other bound is set.",
    HI: "निम्न जोखिम 100 में 30 से कम अंक है, यदि अन्य सीमा न हो।",
  },
  MEDIUM: {
    EN: "Medium risk is a score from 30 of 100, where no other bound is set.",
    HI: "मध्यम जोखिम 100 में 30 से अंक है, यदि अन्य सीमा न हो।",
  },
  HIGH: {
    EN: "High risk is a score from 50 of 100, where no other bound is set.",
    HI: "उच्च जोखिम 100 में 50 से अंक है, यदि अन्य सीमा न हो।",
  },
  CRITICAL: {
    EN: "Critical risk is a score from 70 of 100, where no other bound is set.",
    HI: "गंभीर जोखिम 100 में 70 से अंक है, यदि अन्य सीमा न हो।",
  },
};

/** What can be asked. */
export const HELP: Words = {
  EN: "Ask in your own words for counts of enrolments and updates by place and period, trends, rankings, comparisons, shares, risk and its reasons, alerts, forecasts, projections of people and what they need, the data's quality, or what a word means.",
  HI: "अपने शब्दों में पूछें: स्थान और अवधि के अनुसार नामांकन और अद्यतन की गिनती, रुझान, क्रम, तुलना, हिस्सा, जोखिम और उसके कारण, अलर्ट, पूर्वानुमान, जनसंख्या प्रक्षेपण और आवश्यकताएँ, आँकड़ों की गुणवत्ता, या किसी शब्द का अर्थ।",
};
