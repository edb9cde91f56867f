/** The report's style, on a screen and on two pages of A4. */
export const STYLE = `
:root { color-scheme: light; --ink: #14212e; --soft: #51606e; --line: #ccd5dc; --blue: #1f5f99; --band: #c9dff2; --paper: #fff; }
* { box-sizing: border-box; }
html { background: #eef2f5; }
body { margin: 0 auto; max-width: 210mm; background: var(--paper); color: var(--ink); font: 400 10.5pt/1.4 Inter, "Noto Sans Devanagari", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
:lang(hi) { line-height: 1.55; }
.sheet { padding: 12mm 14mm; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0; letter-spacing: -0.01em; }
h2 { font-size: 10.5pt; margin: 5mm 0 1.5mm; border-bottom: 1px solid var(--line); padding-bottom: 1mm; }
h3 { font-size: 9pt; margin: 0 0 1mm; font-weight: 600; }
p { margin: 0 0 1.5mm; }
header .trail, header .about, .note, footer { color: var(--soft); font-size: 8.5pt; }
header .facts { display: flex; flex-wrap: wrap; gap: 1mm 6mm; margin: 2mm 0 0; font-size: 8.5pt; color: var(--soft); }
.sample { border: 1.5px solid #9a4a00; color: #7a3a00; padding: 1.5mm 3mm; margin: 3mm 0 0; font-weight: 600; font-size: 9pt; }
table { border-collapse: collapse; width: 100%; font-size: 9pt; }
.scroll { overflow-x: auto; }
th, td { padding: 0.8mm 2mm 0.8mm 0; text-align: right; border-bottom: 1px solid #e5eaee; vertical-align: top; }
th:first-child, td:first-child { text-align: left; }
thead th { font-weight: 600; color: var(--soft); font-size: 8pt; vertical-align: bottom; }
tbody th { font-weight: 500; }
tbody th::first-letter { text-transform: uppercase; }
.risk td { text-align: left; width: 30mm; } .risk td:nth-child(2) { text-align: right; width: 14mm; padding-right: 5mm; }
caption { text-align: left; color: var(--soft); font-size: 8pt; padding-bottom: 1mm; }
.three { display: grid; grid-template-columns: repeat(3, 1fr); gap: 5mm; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 7mm; }
figure { margin: 0; }
figcaption { font-size: 8.5pt; font-weight: 600; margin-bottom: 1mm; }
.chart { width: 100%; display: block; overflow: visible; }
.chart text { font-size: 8px; fill: var(--soft); text-anchor: middle; }
.chart .value { fill: var(--ink); font-weight: 600; font-size: 9px; }
.chart .start { text-anchor: start; } .chart .end { text-anchor: end; }
.wide text { font-size: 9px; }
.bar { fill: var(--blue); } .absent { fill: none; stroke: #8a97a3; stroke-dasharray: 2 2; } .track { fill: #e5eaee; }
.axis { stroke: #8a97a3; stroke-width: 0.7; } .band { fill: var(--band); } .line { fill: none; stroke: var(--blue); stroke-width: 1.6; }
.meter { width: 26mm; height: 2.4mm; display: inline-block; vertical-align: middle; }
.level { font-weight: 600; }
ul, ol { margin: 0; padding-left: 4.5mm; } li { margin-bottom: 1mm; font-size: 9pt; }
dl { display: grid; grid-template-columns: auto auto; gap: 0.5mm 4mm; margin: 0; font-size: 9pt; } dd { margin: 0; text-align: right; }
footer { border-top: 1px solid var(--line); margin-top: 4mm; padding-top: 1.5mm; }
a { color: var(--blue); }
@media screen and (max-width: 700px) { .three, .two { grid-template-columns: 1fr; } .sheet { padding: 5mm; } }
@page { size: A4; margin: 11mm 13mm; }
@media print {
  html, body { background: #fff; } body { max-width: none; font-size: 9.2pt; }
  .sheet { padding: 0; height: 272mm; overflow: hidden; } .sheet + .sheet { break-before: page; }
  .scroll { overflow: visible; } nav { display: none; } h2 { margin-top: 4mm; } li, table, dl { font-size: 8.3pt; }
}
`;
