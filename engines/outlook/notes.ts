import type { Words } from "../words.ts";

/** Remarks that go with a forecast. */
export const NOTES = {
  MIDDLE_OUT: {
    EN: "The state's forecast, times the place's part of it in recent reports, so that places add up to those above them.",
    HI: "राज्य का पूर्वानुमान, हाल की रिपोर्टों में स्थान के हिस्से से गुणा; इसलिए स्थानों के योग ऊपर के स्थान के बराबर होते हैं।",
  },
  REPORT_DAYS: {
    EN: "Each value is of a day on which reports are filed. Which days those will be is not published beforehand: these are the weekdays on which reports have come.",
    HI: "हर मान उस दिन का है जिस दिन रिपोर्ट आती है। ऐसे दिन पहले से प्रकाशित नहीं होते: ये वे वार हैं जिन पर रिपोर्टें आती रही हैं।",
  },
  NO_YEAR: {
    EN: "The data hold less than two years, so no yearly pattern is known.",
    HI: "आँकड़े दो वर्ष से कम के हैं, इसलिए कोई वार्षिक क्रम ज्ञात नहीं है।",
  },
  FAR: {
    EN: "Farther ahead than any point of the past could be checked: bounds widen by a rule there, not by measurement.",
    HI: "यह अतीत में जाँची जा सकी अवधि से आगे है: वहाँ सीमाएँ माप से नहीं, नियम से फैलती हैं।",
  },
  SILENT: {
    EN: "The place has filed no such reports in the period that is learnt from: nothing is expected, and nothing is known of what may begin.",
    HI: "जिस अवधि से सीखा जाता है उसमें स्थान ने ऐसी कोई रिपोर्ट नहीं दी: कुछ अपेक्षित नहीं है, और क्या आरम्भ हो सकता है यह ज्ञात नहीं।",
  },
  SHORT: {
    EN: "The past is too short to check a forecast against it.",
    HI: "अतीत इतना छोटा है कि उससे पूर्वानुमान जाँचा नहीं जा सकता।",
  },
  BATCHES: {
    EN: "Reports come as monthly batches: whole months are forecast, each dated its 1st.",
    HI: "रिपोर्टें मासिक थोक में आती हैं: पूरे महीनों का पूर्वानुमान है, हर एक की तिथि महीने की 1 तारीख़।",
  },
  NAIVE_BETTER: {
    EN: "From points of this place's past the seasonal naive forecast did better.",
    HI: "इस स्थान के अतीत के बिंदुओं से मौसमी सरल पूर्वानुमान बेहतर रहा।",
  },
} satisfies Record<string, Words>;

export type NoteCode = keyof typeof NOTES;
