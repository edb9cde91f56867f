import type { Reason } from "../../engines/assistant/understood.ts";
import type { Words } from "../../engines/words.ts";

/** What is said where a question is not answered, or not yet: why, and what would be. */
export const DECLINED: Readonly<Record<Reason, Words>> = {
  EMPTY: { EN: "There is no question yet.", HI: "अभी कोई प्रश्न नहीं है।" },
  TOO_LONG: {
    EN: "The question is too long: ask in a sentence or two.",
    HI: "प्रश्न बहुत लंबा है: एक-दो वाक्यों में पूछें।",
  },
  UNREADABLE: { EN: "That cannot be read as a question.", HI: "इसे प्रश्न के रूप में नहीं पढ़ा जा सकता।" },
  PERSONAL_DATA: {
    EN: "Nothing is held of any person, only counts by place. Never write an Aadhaar number here.",
    HI: "किसी व्यक्ति का कुछ भी यहाँ नहीं है, केवल स्थानों की गिनती है। यहाँ आधार संख्या कभी न लिखें।",
  },
  INJECTION: {
    EN: "Only questions about the counts are answered; instructions are not followed.",
    HI: "केवल गणनाओं के प्रश्नों का उत्तर दिया जाता है; निर्देश नहीं माने जाते।",
  },
  OTHER_COUNTRY: { EN: "Only India's places are held.", HI: "यहाँ केवल भारत के स्थान हैं।" },
  OTHER_SUBJECT: {
    EN: "That is no subject of enrolment and update counts.",
    HI: "यह नामांकन और अद्यतन की गणनाओं का विषय नहीं है।",
  },
  NOT_IN_DATA: {
    EN: "The publication does not tell that: it counts persons in reports by day, pincode and age band.",
    HI: "प्रकाशन यह नहीं बताता: उसमें दिन, पिनकोड और आयु वर्ग के अनुसार रिपोर्टों में गिने गए व्यक्ति हैं।",
  },
  CAUSE_UNKNOWN: {
    EN: "Counts tell what was reported, not why.",
    HI: "गणनाएँ बताती हैं कि क्या दर्ज हुआ, क्यों नहीं।",
  },
  UNKNOWN_PLACE: { EN: "No place is known by that name.", HI: "इस नाम का कोई स्थान ज्ञात नहीं है।" },
  AMBIGUOUS_PLACE: {
    EN: "Several places bear that name: which is meant?",
    HI: "इस नाम के कई स्थान हैं: कौन-सा?",
  },
  AMBIGUOUS_METRIC: { EN: "What should be counted?", HI: "क्या गिना जाए?" },
  TOO_MANY_PLACES: {
    EN: "At most four places can be asked about at once.",
    HI: "एक बार में अधिकतम चार स्थान पूछे जा सकते हैं।",
  },
  NO_PREVIOUS: {
    EN: "That leans on an earlier question which is not known here: ask it in full.",
    HI: "यह किसी पहले प्रश्न पर टिका है जो यहाँ ज्ञात नहीं: पूरा प्रश्न पूछें।",
  },
  UNCLEAR: { EN: "What is asked is not clear.", HI: "प्रश्न स्पष्ट नहीं है।" },
};
