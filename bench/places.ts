// `node bench/places.ts DATA_DIR`: risk, spatial findings and profiles of every pincode of a snapshot; on a sample,
// which of the planted departures are found. Prints, asserts nothing.
import { existsSync, readFileSync } from "node:fs";
import { parseDay } from "../data/activity/day.ts";
import type { DayRange } from "../data/activity/store.ts";
import { openStore } from "../data/open.ts";
import type { PlantedAnomaly } from "../data/sample/planted.ts";
import { layout } from "../data/snapshot/layout.ts";
import { kMeans } from "../engines/profiles/kmeans.ts";
import { profileLabels } from "../engines/profiles/label.ts";
import { SECTORS } from "../engines/risk/formulas.ts";
import { RISK_LEVELS, riskLevel } from "../engines/risk/level.ts";
import { riskScores } from "../engines/risk/scores.ts";
import { riskSensitivity } from "../engines/risk/sensitivity.ts";
import { SECTOR_NAMES } from "../engines/risk/words.ts";
import { againstDistrict, againstNeighbours } from "../engines/spatial/compare.ts";
import { ghostPopulationFlags, influxFlags, massMovementFlags } from "../engines/spatial/flags.ts";
import { localMoran } from "../engines/spatial/local-moran.ts";
import { logCount } from "../engines/spatial/log-count.ts";
import { nearestOfAll } from "../engines/spatial/neighbour-matrix.ts";
import { spatialOutliers } from "../engines/spatial/outliers.ts";
import { quantile } from "./median.ts";
import { demographicDays, riskCountsOf, sumsOf } from "./place-counts.ts";

const dataDir = process.argv[2] ?? process.env.DATA_DIR ?? ".data";
const store = await openStore(dataDir);
if (store === null) throw new Error(`${dataDir} holds no snapshot: npm run sample -- --out ${dataDir}`);
const { gazetteer, dataset } = store;
const all: DayRange = { from: parseDay(dataset.from)!, to: parseDay(dataset.to)! };

let last = performance.now();
function lap(what: string): void {
  console.log(`${what.padEnd(58)}${(performance.now() - last).toFixed(0).padStart(6)} ms`);
  last = performance.now();
}

const neighbours = nearestOfAll(gazetteer);
lap("neighbours");
const district = Int32Array.from(gazetteer.pincodes, (one) => one.district);
const counts = await riskCountsOf(store, all);
const metrics = ["ENROLMENT", "DEMOGRAPHIC_UPDATE", "BIOMETRIC_UPDATE"] as const;
const [enrolment, demographic, biometric] = await Promise.all(metrics.map((one) => sumsOf(store, one, all)));
const { largest } = await demographicDays(store, all);
lap("counts of the store");
const [e, d, b] = [enrolment!, demographic!, biometric!].map((one) => againstNeighbours(one, neighbours));
const home = againstDistrict(enrolment!, district);
lap("robust z: three against neighbours, one against districts");
const outliers = spatialOutliers(enrolment!, e!, home, { EN: "enrolments", HI: "नामांकन" });
lap(`spatial outliers of enrolment: ${outliers.length}`);
const moran = localMoran(enrolment!.map(logCount), neighbours);
lap(`local Moran, normal: ${moran.q.filter((q) => q <= 0.05).length} with q of 0.05 or less`);
localMoran(enrolment!.map(logCount), neighbours, { permutations: 999 });
lap("local Moran, 999 permutations");

const flags = {
  spike: new Float64Array(largest.length),
  massMovement: massMovementFlags(largest),
  ghostPopulation: ghostPopulationFlags(d!.z, b!.z),
  influx: influxFlags(e!.z),
};
for (const [name, column] of Object.entries(flags))
  console.log(`${name}: ${column.filter((one) => one === 1).length}`);
last = performance.now();
const scores = riskScores({ ...counts, ...flags });
lap("risk");
for (const [name, column] of [...Object.entries(scores.sectors), ["composite", scores.composite] as const]) {
  const known = [...column.filter((score) => !Number.isNaN(score))];
  const spread = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 0.9999].map((share) => quantile(known, share).toFixed(1));
  const levels = RISK_LEVELS.map(
    (level) => `${level} ${known.filter((one) => riskLevel(one) === level).length}`,
  );
  console.log(`${name.padEnd(11)} min 5 25 50 75 95 max: ${spread.join(" ")}; ${levels.join(" ")}`);
}
const full = scores.components.missingBiometricUpdates.filter((one) => one === 0).length;
console.log(`places with at least one biometric update of ages 5-17 per child enrolled: ${full}`);
last = performance.now();
const rows = riskSensitivity(scores.components);
lap("sensitivity");
for (const { sector, component, factor, spearman, meanRankChange, topStays } of rows)
  console.log(
    `${sector.padEnd(10)} ${(component ?? "in the composite").padEnd(32)} ${factor} ${spearman.toFixed(4)} ${meanRankChange.toFixed(0).padStart(5)} ${topStays.toFixed(2)}`,
  );
last = performance.now();
const features = SECTORS.map((sector) => scores.sectors[sector]);
const clusters = kMeans(features);
lap("k-means");
const labels = profileLabels(
  clusters.centres,
  SECTORS.map((sector) => SECTOR_NAMES[sector]),
);
for (const [at, label] of labels.entries())
  console.log(`${String(clusters.sizes[at]).padStart(6)}  ${label.EN}`);

const plantedPath = layout.planted(dataDir, dataset.version);
if (existsSync(plantedPath)) {
  const { planted } = JSON.parse(readFileSync(plantedPath, "utf8")) as { planted: PlantedAnomaly[] };
  const of = (kind: string) => planted.filter((one) => one.kind === kind);
  const index = (one: PlantedAnomaly) => gazetteer.pincodes.findIndex(({ code }) => code === one.code);
  const moved = of("MASS_MOVEMENT").filter((one) => flags.massMovement[index(one)] === 1).length;
  console.log(`mass movements planted: ${of("MASS_MOVEMENT").length}, found: ${moved}`);
  const whole = of("GHOST_POPULATION").filter((one) => flags.ghostPopulation[index(one)] === 1).length;
  let within = 0;
  let places = 0;
  for (const one of of("GHOST_POPULATION")) {
    const range = { from: parseDay(one.from)!, to: parseDay(one.to)! };
    const [demographicZ, biometricZ] = await Promise.all(
      (["DEMOGRAPHIC_UPDATE", "BIOMETRIC_UPDATE"] as const).map(async (metric) =>
        againstNeighbours(await sumsOf(store, metric, range), neighbours),
      ),
    );
    const found = ghostPopulationFlags(demographicZ!.z, biometricZ!.z);
    within += found[index(one)]!;
    places += found.filter((flag) => flag === 1).length / of("GHOST_POPULATION").length;
  }
  console.log(
    `ghost populations planted: ${of("GHOST_POPULATION").length}, found over all days: ${whole}, over their own: ${within}, with ${places.toFixed(0)} places flagged then`,
  );
}
