import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ActivityStore } from "../../data/activity/store.ts";
import { layout } from "../../data/snapshot/layout.ts";
import { groupFindings } from "../alerts/alerts.ts";
import { decodeOutlook, encodeOutlook, OUTLOOK_EDITION } from "../outlook/file.ts";
import { forecastNation, type NationOutlook } from "../outlook/nation.ts";
import { nearestOfAll } from "../spatial/neighbour-matrix.ts";
import { type Assessed, assessNation } from "./assess.ts";
import { demographicDays, findApart, findBeside } from "./beside.ts";
import { Catalogue } from "./catalogue.ts";
import { decodeFindings, EDITION, encodeFindings, type NationFindings } from "./results.ts";
import { decodeAssessed, encodeAssessed } from "./risk-table.ts";
import { watchNation } from "./watch.ts";

/** What the engines make of a dataset. */
export interface NationResults {
  readonly watched: NationFindings;
  readonly assessed: Assessed;
  readonly outlook: NationOutlook;
}

/** Told how far a stage of the work is. */
export type OnStage = (stage: "watch" | "forecast", done: number, total: number) => void;

/** Where a snapshot's results are kept: with it, under the edition of the methods. */
const findingsOf = (dataDir: string, version: string) =>
  join(layout.snapshot(dataDir, version), `findings-${EDITION}.json`);
const riskOf = (dataDir: string, version: string) =>
  join(layout.snapshot(dataDir, version), `risk-${EDITION}.arrow`);
const outlookOf = (dataDir: string, version: string) =>
  join(layout.snapshot(dataDir, version), `outlook-${OUTLOOK_EDITION}.v8`);

/**
 * The results kept with the store's snapshot; null where there are none, or none that can be read: they are made
 * again then.
 */
export async function readResults(
  dataDir: string,
  { dataset: { version }, gazetteer }: ActivityStore,
): Promise<NationResults | null> {
  try {
    const watched = decodeFindings(await readFile(findingsOf(dataDir, version), "utf8"), gazetteer);
    const assessed = decodeAssessed(await readFile(riskOf(dataDir, version)), gazetteer.pincodes.length);
    const outlook = decodeOutlook(await readFile(outlookOf(dataDir, version)), gazetteer.states.length);
    return { watched, assessed, outlook };
  } catch {
    return null;
  }
}

async function put(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}`;
  try {
    await writeFile(draft, content);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Watches, assesses and forecasts the nation. */
export async function makeResults(store: ActivityStore, onStage: OnStage = () => {}): Promise<NationResults> {
  const { first, judged, findings } = await watchNation(store, (done, total) =>
    onStage("watch", done, total),
  );
  const days = await demographicDays(store);
  const nearest = nearestOfAll(store.gazetteer);
  const assessed = await assessNation(store, { findings }, days, nearest);
  const all = [...findings, ...(await findBeside(store, days, nearest)), ...findApart(store, assessed)];
  const { found } = new Catalogue({ first, findings: all }, store.gazetteer);
  return {
    watched: { first, judged, findings: all, alerts: groupFindings(found, store.gazetteer) },
    assessed,
    outlook: await forecastNation(store, (done, total) => onStage("forecast", done, total)),
  };
}

/**
 * Keeps the results with the snapshot, each whole or not at all.
 * @throws what the file system says where it cannot be written to
 */
export async function keepResults(
  dataDir: string,
  { dataset: { version }, gazetteer }: ActivityStore,
  { watched, assessed, outlook }: NationResults,
): Promise<void> {
  await put(outlookOf(dataDir, version), encodeOutlook(outlook));
  await put(riskOf(dataDir, version), encodeAssessed(assessed));
  await put(findingsOf(dataDir, version), encodeFindings(watched, gazetteer));
}
