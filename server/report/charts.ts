import { type Html, html } from "./html.ts";

const WIDTH = 240;
const HEIGHT = 96;
const FOOT = 14;

const round = (value: number) => Math.round(value * 10) / 10;

/** One bar of a chart; null where nothing is known. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
  readonly shown: string;
}

/** Bars from zero on, the largest named; what is absent is hatched ground, no zero. `title` says what they are. */
export function bars(title: string, list: readonly Bar[]): Html {
  const most = Math.max(1, ...list.map(({ value }) => value ?? 0));
  const step = WIDTH / Math.max(list.length, 1);
  const ground = HEIGHT - FOOT;
  const told = list.map(({ label, shown }) => `${label}: ${shown}`).join("; ");
  const largest = list.findIndex(({ value }) => value === most);
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${`${title}. ${told}`}">
${list.map(({ label, value, shown }, at) => {
  const x = round(at * step + step * 0.15);
  const width = round(step * 0.7);
  const height = value === null ? 0 : Math.max(0.5, (value / most) * (ground - 14));
  const middle = round(at * step + step / 2);
  return html`${
    value === null
      ? html`<rect class="absent" x="${x}" y="${ground - 8}" width="${width}" height="8"/>`
      : html`<rect class="bar" x="${x}" y="${round(ground - height)}" width="${width}" height="${round(height)}"/>`
  }${at === largest ? html`<text class="value" x="${middle}" y="${round(ground - height - 3)}">${shown}</text>` : null}<text x="${middle}" y="${HEIGHT - 3}">${label}</text>`;
})}
<line class="axis" x1="0" y1="${ground}" x2="${WIDTH}" y2="${ground}"/></svg>`;
}

/** A point of a fan. */
export interface FanPoint {
  readonly label: string;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** A line of what is expected within the band where most lies. */
export function fan(title: string, points: readonly FanPoint[], shownMost: string): Html {
  const most = Math.max(1, ...points.map(({ upper }) => upper));
  const ground = HEIGHT - FOOT;
  const x = (at: number) => round((at / Math.max(points.length - 1, 1)) * (WIDTH * 2 - 8) + 4);
  const y = (value: number) => round(ground - (value / most) * (ground - 12));
  const line = points.map(({ mean }, at) => `${x(at)},${y(mean)}`).join(" ");
  const upper = points.map((one, at) => `${x(at)},${y(one.upper)}`);
  const lower = points.map((one, at) => `${x(at)},${y(one.lower)}`).toReversed();
  const ends = [0, points.length - 1].filter((at) => points[at] !== undefined);
  return html`<svg class="chart wide" viewBox="0 0 ${WIDTH * 2} ${HEIGHT}" role="img" aria-label="${title}">
<polygon class="band" points="${[...upper, ...lower].join(" ")}"/><polyline class="line" points="${line}"/>
<text class="start" x="4" y="9">${shownMost}</text>
${ends.map((at) => html`<text class="${at === 0 ? "start" : "end"}" x="${x(at)}" y="${HEIGHT - 3}">${points[at]!.label}</text>`)}
<line class="axis" x1="0" y1="${ground}" x2="${WIDTH * 2}" y2="${ground}"/></svg>`;
}

/** One score of 100 as a bar beside its name. */
export function meter(score: number): Html {
  return html`<svg class="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="bar" width="${round(score)}" height="8"/></svg>`;
}
