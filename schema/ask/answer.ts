import { formatDay } from "../../data/activity/day.ts";
import type { Intent, Understood } from "../../engines/assistant/understood.ts";
import { tellForecast, tellPlanning, tellProjection } from "./ahead.ts";
import { tellDataQuality } from "./data-quality.ts";
import { DECLINED } from "./decline.ts";
import { tellAnomalies, tellRisk } from "./findings.ts";
import { GLOSSARY, HELP } from "./glossary.ts";
import { tellRanking } from "./ranking.ts";
import type { Telling } from "./telling.ts";
import { tellComparison, tellShare, tellTrend, tellValue } from "./values.ts";

type Answered = Exclude<Intent, "OUT_OF_SCOPE" | "UNSURE">;

const TELL: Readonly<Record<Answered, (telling: Telling) => string | Promise<string>>> = {
  VALUE: tellValue,
  TREND: tellTrend,
  RANKING: tellRanking,
  COMPARISON: tellComparison,
  SHARE: tellShare,
  RISK: tellRisk,
  ANOMALIES: tellAnomalies,
  FORECAST: tellForecast,
  PROJECTION: tellProjection,
  PLANNING: tellPlanning,
  DATA_QUALITY: tellDataQuality,
  DEFINITION: ({ read, language }) => (GLOSSARY[read.term ?? ""] ?? HELP)[language],
  HELP: ({ language }) => HELP[language],
};

/** Intents whose answers are of a period of the data. */
const DATED: readonly Intent[] = ["VALUE", "TREND", "RANKING", "COMPARISON", "SHARE", "ANOMALIES"];

/**
 * The answer's text; what it cites and asked is with the telling.
 * @param coverage the dataset's first and last day, ISO
 */
export async function tell(
  telling: Telling,
  coverage: { readonly from: string; readonly to: string },
): Promise<string> {
  const { read, language }: { read: Understood; language: "EN" | "HI" } = telling;
  const { intent, reason, period } = read;
  if (intent === "OUT_OF_SCOPE" || intent === "UNSURE") {
    const why = DECLINED[reason ?? "UNCLEAR"][language];
    return intent === "OUT_OF_SCOPE" ? `${why} ${HELP[language]}` : why;
  }
  if (period.outside && DATED.includes(intent)) {
    const asked = `${formatDay(period.from)} – ${formatDay(period.to)}`;
    return telling.say(
      `Nothing is known of ${asked}: the data run from ${coverage.from} to ${coverage.to}.`,
      `${asked} के बारे में कुछ ज्ञात नहीं: आँकड़े ${coverage.from} से ${coverage.to} तक के हैं।`,
    );
  }
  const text = await TELL[intent](telling);
  if (!period.relative || !DATED.includes(intent)) return text;
  return `${text} ${telling.say(
    `Counted back from the data's last day, ${coverage.to}.`,
    `अवधि आँकड़ों के अंतिम दिन ${coverage.to} से गिनी गई है।`,
  )}`;
}
