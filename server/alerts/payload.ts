import { createHash } from "node:crypto";
import type { Dataset } from "../../data/activity/dataset.ts";
import { formatDay } from "../../data/activity/day.ts";
import { type Alert, idOf } from "../../engines/alerts/alerts.ts";
import { explain } from "../../engines/nation/explain.ts";
import type { Message } from "./sign.ts";

/** Alerts that one message holds at most. */
const ALERTS_A_MESSAGE = 100;

function shown(alert: Alert, first: number) {
  const { lead, severity, from, to, places, findings } = alert;
  const { kind, metric, at, observed, expected, lower, upper, p, q } = lead;
  return {
    id: idOf(alert, first),
    ...{ severity, kind, metric },
    place: { code: at.code, level: at.level, name: at.name },
    from: formatDay(first + from),
    to: formatDay(first + to),
    ...{ placeCount: places.length, findingCount: findings.length },
    ...{ observed, expected, lower, upper, pValue: p, qValue: q },
    explanation: {
      EN: explain(lead, first, at.name.EN, "EN"),
      HI: explain(lead, first, at.name.HI, "HI"),
    },
  };
}

/**
 * The messages that tell of alerts, a hundred at most in each. Numbers and names are those of the graph; the same
 * alerts of the same dataset make the same messages.
 * @param first day number of the series' first day
 */
export function messagesOf(
  { version, source, from, to }: Dataset,
  first: number,
  alerts: readonly Alert[],
): Message[] {
  const messages: Message[] = [];
  for (let at = 0; at < alerts.length; at += ALERTS_A_MESSAGE) {
    const told = alerts.slice(at, at + ALERTS_A_MESSAGE).map((alert) => shown(alert, first));
    const body = JSON.stringify({
      type: "alerts.new",
      data: { dataset: { version, source, from, to }, alerts: told },
    });
    messages.push({ id: `msg_${createHash("sha256").update(body).digest("base64url").slice(0, 27)}`, body });
  }
  return messages;
}
