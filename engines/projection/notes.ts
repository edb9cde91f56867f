/** A remark that goes with an answer, in both languages. */
export interface Note {
  readonly EN: string;
  readonly HI: string;
}

const ALWAYS: readonly Note[] = [
  {
    EN: "A projection says what follows from its assumptions; it is no forecast with a known error.",
    HI: "यह प्रक्षेपण बताता है कि दी गई मान्यताओं से क्या निकलता है; यह ज्ञात त्रुटि वाला पूर्वानुमान नहीं है।",
  },
  {
    EN: "It starts from the official population; Aadhaar enrolment counts are never taken for population.",
    HI: "आधार आधिकारिक जनसंख्या है; आधार नामांकन की गिनती को कभी जनसंख्या नहीं माना जाता।",
  },
  {
    EN: "Ages are those of the census of 2011 carried forward; births, deaths and migration are fitted to official rates and totals.",
    HI: "आयु-संरचना 2011 की जनगणना से आगे बढ़ाई गई है; जन्म, मृत्यु और प्रवासन आधिकारिक दरों और योगों के अनुरूप हैं।",
  },
];

const MERGED: Readonly<Record<string, Note>> = {
  "IN-LA": {
    EN: "Ladakh has the ages, births and deaths of Jammu and Kashmir, of which it was part when they were counted.",
    HI: "लद्दाख के लिए जम्मू और कश्मीर की आयु-संरचना, जन्म और मृत्यु दरें ली गई हैं, जिसका वह गणना के समय भाग था।",
  },
  "IN-TG": {
    EN: "Telangana has the ages of undivided Andhra Pradesh, of which it was part at the census.",
    HI: "तेलंगाना के लिए अविभाजित आंध्र प्रदेश की आयु-संरचना ली गई है, जिसका वह जनगणना के समय भाग था।",
  },
};

const DISTRICT: Note = {
  EN: "A district's share of its state follows its cumulative activity, drawn towards equal shares; it keeps that share and the state's ages.",
  HI: "राज्य में ज़िले का हिस्सा उसकी संचयी गतिविधि से, समान हिस्सों की ओर खींचकर, आँका गया है; वह हिस्सा और राज्य की आयु-संरचना स्थिर रहती है।",
};

const RATIOS: Note = {
  EN: "Planning figures are people times a ratio: what would be needed, not what exists.",
  HI: "नियोजन के आँकड़े जनसंख्या गुणा अनुपात हैं: जितना चाहिए, न कि जितना उपलब्ध है।",
};

/** The remarks that belong to a place's projection; `code` is IN, IN-XX or IN-XX/slug. */
export function notesFor(code: string): Note[] {
  const state = code.split("/")[0]!;
  const merged = MERGED[state];
  return [
    ...ALWAYS,
    ...(merged === undefined ? [] : [merged]),
    ...(code.includes("/") ? [DISTRICT] : []),
    RATIOS,
  ];
}
