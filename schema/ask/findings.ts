import { formatDay } from "../../data/activity/day.ts";
import type { Telling } from "./telling.ts";
import { GROUPING_WORDS, LEVEL_WORDS } from "./words.ts";

const RISK = `query Risk($place: ID!, $language: Language!) {
  place(code: $place) { code risk { score level explanation(language: $language)
    sectors { sector name(language: $language) score level explanation(language: $language) } } }
}`;

const RISKY = `query Risky($level: PlaceLevel!, $within: ID!, $where: PlaceFilter, $first: Int!, $direction: Direction!, $language: Language!) {
  places(level: $level, within: $within, where: $where, orderBy: { risk: true, direction: $direction }, first: $first) {
    totalCount nodes { code name(language: $language) risk { score level } }
  }
}`;

const ALERTS = `query Alerts($places: [ID!], $from: Date!, $to: Date!, $language: Language!) {
  alerts(where: { places: $places, from: $from, to: $to }, first: 3) {
    totalCount nodes { id severity kind metric from to place { code name(language: $language) } explanation(language: $language) }
  }
}`;

/** RISK: a place's score and sectors with their reasons, or places by their risk. */
export async function tellRisk(telling: Telling): Promise<string> {
  const { read } = telling;
  return read.grouping !== null ? tellRisky(telling) : tellOwnRisk(telling);
}

async function tellOwnRisk(telling: Telling): Promise<string> {
  const { read, language } = telling;
  const sentences: string[] = [];
  for (const place of telling.places) {
    const data = await telling.ask(RISK, { place: place.code, language });
    const { risk } = data.place;
    const name = telling.name(place);
    if (risk === null) {
      sentences.push(
        telling.say(`${name} has no score: it filed no report.`, `${name} का कोई अंक नहीं: कोई रिपोर्ट नहीं आई।`),
      );
      continue;
    }
    const named = risk.sectors.filter(
      ({ sector }: { sector: string }) => read.sector === null || sector === read.sector,
    );
    const scores = named.map(
      ({ sector, name: words, score }: { sector: string; name: string; score: number }) => {
        const shown = telling.number(score, 0, { place, what: `risk.${sector}` });
        return `${words} ${shown}`;
      },
    );
    const score = telling.number(risk.score, 0, { place, what: "risk.score" });
    const level = LEVEL_WORDS[risk.level as keyof typeof LEVEL_WORDS][language];
    sentences.push(
      telling.say(
        `${name}: score ${score} of 100, ${level}; ${scores.join(", ")}.`,
        `${name}: 100 में ${score} अंक, स्तर ${level}; ${scores.join(", ")}।`,
      ),
    );
    const most = named.toSorted((a: { score: number }, b: { score: number }) => b.score - a.score)[0];
    if (most !== undefined) sentences.push(telling.quote(most.explanation, place));
  }
  return sentences.join(" ");
}

async function tellRisky(telling: Telling): Promise<string> {
  const { read, language, gazetteer } = telling;
  const level = read.grouping!;
  const [within] = telling.places;
  const where = {
    ...(read.riskLevel === null ? {} : { level: read.riskLevel }),
    ...(read.sector === null ? {} : { sector: read.sector }),
  };
  const { places } = await telling.ask(RISKY, {
    ...{ level, within: within!.code, where, language },
    ...{ first: read.rank?.count ?? 5, direction: read.rank?.direction ?? "DESC" },
  });
  const rows = places.nodes.map(({ code, risk }: { code: string; risk: { score: number } | null }) => {
    const place = gazetteer.find(code)!;
    if (risk === null) return telling.name(place);
    return `${telling.name(place)} (${telling.number(risk.score, 0, { place, what: "risk.score" })})`;
  });
  const total = telling.number(places.totalCount, 0, { place: within!, what: "places.totalCount" });
  const [words, name] = [GROUPING_WORDS[level][language], telling.name(within!)];
  const grade = read.riskLevel === null ? "" : LEVEL_WORDS[read.riskLevel][language];
  if (rows.length === 0)
    return telling.say(
      `${name}: ${total} ${words}${grade === "" ? "" : ` of ${grade} risk`}.`,
      `${name}: ${words} की संख्या ${total}${grade === "" ? "" : ` (${grade} जोखिम)`}।`,
    );
  return telling.say(
    `${name}: ${total} ${words}${grade === "" ? "" : ` of ${grade} risk`}, by their score of 100: ${rows.join("; ")}.`,
    `${name}: ${words} की संख्या ${total}${grade === "" ? "" : ` (${grade} जोखिम)`}; 100 में अंक: ${rows.join("; ")}।`,
  );
}

/** ANOMALIES: how many alerts there are, and the newest in their own words. */
export async function tellAnomalies(telling: Telling): Promise<string> {
  const { read, language } = telling;
  const { from, to } = read.period;
  const places = telling.places.some(({ level }) => level === "COUNTRY")
    ? null
    : telling.places.map(({ code }) => code);
  const variables = { places, from: formatDay(from), to: formatDay(to), language };
  const { alerts } = await telling.ask(ALERTS, variables);
  const [place] = telling.places;
  const where = telling.places.map((one) => telling.name(one)).join("; ");
  const total = telling.number(alerts.totalCount, 0, { place: place!, from, to, what: "alerts.totalCount" });
  const when = telling.when(read.period);
  const told = alerts.nodes.map(({ explanation }: { explanation: string }) =>
    telling.quote(explanation, place!),
  );
  const head = telling.say(`${where} ${when}: ${total} alerts.`, `${where} ${when}: ${total} अलर्ट।`);
  if (told.length === 0) return head;
  return `${head} ${telling.say("The newest:", "नवीनतम:")} ${told.join(" ")}`;
}
