import type { Understood } from "../../engines/assistant/understood.ts";
import type { Telling } from "./telling.ts";
import { METRIC_WORDS } from "./words.ts";

/** Questions that may come next: what was not asked of the same place. */
export function suggestionsFor(telling: Telling): string[] {
  const { read }: { read: Understood } = telling;
  const place = telling.places[0]!;
  const name = place.level === "PINCODE" ? place.code : place.name[telling.language];
  const words = METRIC_WORDS[read.metric ?? "ACTIVITY"][telling.language];
  const all: readonly (readonly [intent: Understood["intent"], question: string])[] = [
    [
      "TREND",
      telling.say(`How have ${words} in ${name} changed by month?`, `${name} में ${words} माह दर माह कैसे बदले?`),
    ],
    ["RISK", telling.say(`What is the risk of ${name} and why?`, `${name} का जोखिम क्या है और क्यों?`)],
    ["ANOMALIES", telling.say(`Any alerts in ${name}?`, `${name} में कोई अलर्ट?`)],
    [
      "FORECAST",
      telling.say(
        `Forecast of ${words} in ${name} for the next 4 weeks`,
        `${name} में अगले 4 सप्ताह में ${words} का पूर्वानुमान`,
      ),
    ],
    ["VALUE", telling.say(`How many enrolments in ${name}?`, `${name} में कितने नामांकन?`)],
  ];
  return all
    .filter(([intent]) => intent !== read.intent)
    .map(([, question]) => question)
    .slice(0, 3);
}
