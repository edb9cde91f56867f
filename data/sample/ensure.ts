import { rename, writeFile } from "node:fs/promises";
import { formatDay } from "../activity/day.ts";
import { loadGazetteer } from "../places/gazetteer.ts";
import type { Gazetteer } from "../places/place.ts";
import { layout } from "../snapshot/layout.ts";
import { pruneSnapshots } from "../snapshot/prune.ts";
import { writeSnapshot } from "../snapshot/write.ts";
import { makeSample, type SampleOptions } from "./make.ts";
import { qualityOf } from "./quality.ts";

export interface WriteSampleOptions extends SampleOptions {
  /** The places to invent counts for; the built-in gazetteer where none is given. */
  readonly gazetteer?: Gazetteer;
  /** Snapshots kept, the sample among them; older ones that nobody uses are removed. All where left out. */
  readonly kept?: number;
}

/**
 * Makes the sample and makes it DATA_DIR's current snapshot, with its planted anomalies as JSON beside it.
 * Its publishedAt is midnight (UTC) of its last report day, so that the snapshot is a function of its options.
 * @returns the version now current
 */
export async function writeSample(dataDir: string, options: WriteSampleOptions = {}): Promise<string> {
  const { gazetteer = loadGazetteer(), kept, ...rest } = options;
  const { rows, planted } = makeSample(gazetteer, rest);
  const last = rows.date.reduce((a, b) => Math.max(a, b), 0);
  const version = await writeSnapshot(dataDir, rows, {
    source: "SAMPLE",
    publishedAt: `${formatDay(last)}T00:00:00.000Z`,
    quality: qualityOf(rows),
  });
  const path = layout.planted(dataDir, version);
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify({ version, planted }, null, 1)}\n`);
  await rename(draft, path);
  if (kept !== undefined) await pruneSnapshots(dataDir, kept);
  return version;
}
