import { ROLES } from "../../engines/insights/roles.ts";
import { METRIC_WORDS } from "../../schema/ask/words.ts";
import { bars, fan, meter } from "./charts.ts";
import type { ReportContent } from "./content.ts";
import { Format } from "./format.ts";
import { type Html, html, Html as Written } from "./html.ts";
import { STYLE } from "./style.ts";
import { LABELS, type Labels } from "./words.ts";

/** What the parts of a page share. */
interface Setting {
  readonly content: ReportContent;
  readonly labels: Labels;
  readonly format: Format;
}

function heading({ content, labels, format }: Setting): Html {
  const { place, dataset, role, language, id } = content;
  const trail = place.ancestors.map(({ name }) => name).join(" › ");
  return html`<header>
<p class="trail">${labels.report}${trail === "" ? "" : ` · ${trail}`}</p>
<h1>${place.name}${place.name === place.code ? "" : html` <small>${place.code}</small>`}</h1>
<p class="about">${labels.about}, ${format.date(dataset.from)} – ${format.date(dataset.to)}</p>
<p class="facts"><span>${labels.role}: ${ROLES[role].name[language]}</span><span>${labels.data}: ${dataset.version}</span><span>${labels.id}: ${id ?? "–"}</span></p>
${dataset.source === "SAMPLE" ? html`<p class="sample">${labels.sample}</p>` : null}
</header>`;
}

function situation({ content, labels, format }: Setting): Html {
  const { situation: rows, language } = content;
  return html`<section><h2>${labels.situation}</h2><div class="scroll" tabindex="0" role="region" aria-label="${labels.situation}"><table>
<thead><tr><th scope="col">${labels.metric}</th><th scope="col">${labels.total}</th><th scope="col">${labels.rank}</th><th scope="col">${labels.share}</th><th scope="col">${labels.month}</th><th scope="col">${labels.change}</th></tr></thead>
<tbody>${rows.map(
    ({
      metric,
      total,
      rank,
      siblings,
      share,
      month,
    }) => html`<tr><th scope="row">${METRIC_WORDS[metric][language]}</th>
<td>${format.count(total)}</td><td>${rank === null ? "–" : `${format.count(rank)} ${labels.of} ${format.count(siblings)}`}</td><td>${format.percent(share)}</td><td>${format.count(month?.value ?? null)}</td><td>${format.change(month?.changeRatio ?? null)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function months({ content, labels, format }: Setting): Html {
  const { place } = content;
  const chart = (title: string, series: ReportContent["place"]["enrolment"]) => {
    const list = series.map(({ date, value }) => ({
      label: format.month(date),
      value,
      shown: value === null ? labels.noReport : format.count(value),
    }));
    return html`<figure><figcaption>${title}</figcaption>${bars(title, list)}</figure>`;
  };
  return html`<section><h2>${labels.byMonth}</h2><div class="three">
${chart(labels.enrolment, place.enrolment)}${chart(labels.demographic, place.demographic)}${chart(labels.biometric, place.biometric)}</div></section>`;
}

function risk({ content, labels, format }: Setting): Html {
  const { risk: found } = content.place;
  // Where no step could be told either, it is the engines that have not run yet.
  const none = content.actions === null ? labels.notReady : labels.noRisk;
  if (found === null) return html`<section><h2>${labels.risk}</h2><p>${none}</p></section>`;
  const order = ROLES[content.role].sectors;
  const sectors = found.sectors.toSorted((a, b) => order.indexOf(a.sector) - order.indexOf(b.sector));
  return html`<section><h2>${labels.risk}</h2><div class="scroll" tabindex="0" role="region" aria-label="${labels.risk}"><table class="risk"><tbody>
${sectors.map(
  ({ name, score, level }) =>
    html`<tr><th scope="row">${name}</th><td>${format.count(score)}</td><td>${meter(score)}</td><td class="level">${labels.level[level]}</td></tr>`,
)}</tbody></table></div><p class="note">${labels.why}: ${found.explanation}</p></section>`;
}

function actions({ content, labels }: Setting): Html {
  const list = content.actions;
  return html`<section><h2>${labels.actions}</h2>${
    list === null
      ? html`<p>${labels.notReady}</p>`
      : html`<ol>${list.map(({ action, trigger }) => html`<li>${action} <span class="note">${trigger}</span></li>`)}</ol>`
  }</section>`;
}

function alerts({ content, labels }: Setting): Html {
  const list = content.alerts;
  if (list === null) return html`<section><h2>${labels.alerts}</h2><p>${labels.notReady}</p></section>`;
  return html`<section><h2>${labels.alerts}</h2>${
    list.length === 0
      ? html`<p>${labels.noAlerts}</p>`
      : html`<ul>${list.slice(0, 4).map(({ severity, explanation }) => html`<li><span class="level">${labels.severity[severity]}</span>: ${explanation}</li>`)}</ul>`
  }</section>`;
}

function ahead({ content, labels, format }: Setting): Html {
  const { forecast } = content;
  if (forecast === null) return html`<section><h2>${labels.forecast}</h2><p>${labels.notReady}</p></section>`;
  const points = forecast.points.map(({ date, mean, lower80, upper80 }) => ({
    label: format.date(date),
    ...{ mean, lower: lower80, upper: upper80 },
  }));
  const most = Math.max(0, ...points.map(({ upper }) => upper));
  const { accuracy } = forecast;
  return html`<section><h2>${labels.forecast}</h2><figure><figcaption>${labels.expected}. ${labels.sum}: ${format.count(forecast.total)}</figcaption>
${points.length === 0 ? null : fan(`${labels.forecast}: ${labels.sum} ${format.count(forecast.total)}`, points, format.count(most))}</figure>
<p class="note">${accuracy === null ? null : `${labels.accuracy}: ${format.decimal(accuracy.mase)}, ${format.decimal(accuracy.seasonalNaiveMase)}. `}${forecast.notes.join(" ")}</p></section>`;
}

function people({ content, labels, format }: Setting): Html {
  const { projection } = content;
  if (projection === null)
    return html`<section><h2>${labels.projection}</h2><p>${labels.noProjection}</p></section>`;
  const heads = [
    ...[
      labels.year,
      labels.population,
      labels.schoolSeats,
      labels.hospitalBeds,
      labels.police,
      labels.doctors,
    ],
    ...[labels.skillPlaces, labels.updatesDue, labels.stress],
  ];
  return html`<section><h2>${labels.projection}</h2><div class="scroll" tabindex="0" role="region" aria-label="${labels.projection}"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
<tr><th scope="row">${String(projection.base.year)}</th><td>${format.count(projection.base.population)}</td>${heads.slice(2).map(() => html`<td>–</td>`)}</tr>
${projection.years.map(({ year, population, stress, planning }) => {
  const { schoolSeats, hospitalBeds, police, doctors, skillPlaces, updatesDueAt5, updatesDueAt15 } = planning;
  const needs = [
    population,
    schoolSeats,
    hospitalBeds,
    police,
    doctors,
    skillPlaces,
    updatesDueAt5 + updatesDueAt15,
  ];
  return html`<tr><th scope="row">${String(year)}</th>${needs.map((need) => html`<td>${format.count(need)}</td>`)}<td class="level">${labels.level[stress]}</td></tr>`;
})}</tbody></table></div><p class="note">${projection.notes.join(" ")}</p></section>`;
}

function beside({ content, labels, format }: Setting): Html {
  const { place, coverage, dataset } = content;
  const { rowsRead, rowsKept, duplicates, rejected } = dataset.quality;
  const facts: readonly (readonly [string, string])[] = [
    [labels.days, format.count(coverage.reportDays)],
    [labels.batches, format.count(coverage.batches)],
    [labels.missing, format.count(coverage.missingDays)],
    [
      labels.lines,
      [rowsRead, rowsKept, duplicates, rejected].map((value) => format.count(value)).join(" · "),
    ],
  ];
  return html`<div class="two"><section><h2>${labels.peers}</h2>${
    place.peers === null
      ? html`<p>${labels.notReady}</p>`
      : html`<ul>${place.peers.map((peer) => html`<li>${peer.name} (${peer.code})${peer.risk === null ? null : `: ${format.count(peer.risk.score)}`}</li>`)}</ul>`
  }</section><section><h2>${labels.quality}</h2><dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></section></div>`;
}

/** Where the fonts that the dashboard ships are, by what they are of; none where it is not built. */
export interface Fonts {
  readonly latin: string | null;
  readonly devanagari: string | null;
  readonly devanagariBold: string | null;
}

function faces({ latin, devanagari, devanagariBold }: Fonts): string {
  const face = (family: string, weight: string, path: string | null) =>
    path === null
      ? ""
      : `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url("${path}") format("woff2"); }\n`;
  return (
    face("Inter", "100 900", latin) +
    face("Noto Sans Devanagari", "400", devanagari) +
    face("Noto Sans Devanagari", "600", devanagariBold)
  );
}

/** The report as a page that prints to two of A4. Its style stands in it; it has no script. */
export function reportPage(
  content: ReportContent,
  fonts: Fonts,
): { readonly page: string; readonly style: string } {
  const { language, place, caveats, dataset } = content;
  const labels = LABELS[language];
  const setting: Setting = { content, labels, format: new Format(language) };
  const style = faces(fonts) + STYLE;
  const { text } = html`<!doctype html>
<html lang="${language === "EN" ? "en" : "hi"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${labels.report}: ${place.name}</title><style>${new Written(style)}</style></head><body><main>
<div class="sheet">${heading(setting)}${situation(setting)}${months(setting)}${risk(setting)}${actions(setting)}</div>
<div class="sheet">${alerts(setting)}${ahead(setting)}${people(setting)}${beside(setting)}
<footer>${caveats.map((caveat) => html`<p>${caveat}</p>`)}${dataset.source === "OFFICIAL" ? html`<p>${labels.official}</p>` : html`<p>${labels.sample}</p>`}</footer></div></main>
<nav class="sheet"><a href="/?place=${encodeURIComponent(place.code)}">${labels.back}</a></nav></body></html>
`;
  return { page: text, style };
}
