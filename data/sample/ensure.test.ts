import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { layout } from "../snapshot/layout.ts";
import { readSnapshot } from "../snapshot/read.ts";
import { currentVersion } from "../snapshot/versions.ts";
import { writeSample } from "./ensure.ts";
import { makeSample } from "./make.ts";
import { toyGazetteer } from "./toy-gazetteer.ts";

describe("writeSample", () => {
  const gazetteer = toyGazetteer();
  let dir: string;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), "pulse-sample-"));
  });
  after(() => rm(dir, { recursive: true, force: true }));

  test("writes the made rows as the current snapshot, labelled a sample, with its planted anomalies", async () => {
    const version = await writeSample(dir, { gazetteer, seed: 1 });
    assert.equal(await currentVersion(dir), version);
    const { manifest, rows } = await readSnapshot(dir, version);
    const made = makeSample(gazetteer, { seed: 1 });
    assert.equal(manifest.source, "SAMPLE");
    assert.equal(manifest.publishedAt, "2025-12-31T00:00:00.000Z");
    assert.equal(manifest.quality.rowsKept, manifest.quality.rowsRead);
    assert.deepEqual(rows.date, made.rows.date);
    assert.deepEqual(
      rows.counts.map((column) => [...column]),
      made.rows.counts.map((column) => [...column]),
    );
    const labels = JSON.parse(await readFile(layout.planted(dir, version), "utf8"));
    assert.deepEqual(labels, { version, planted: JSON.parse(JSON.stringify(made.planted)) });
    assert.ok(labels.planted.length > 0);
  });

  test("is the same version again for the same seed, another for another; no draft is left", async () => {
    const again = await mkdtemp(join(tmpdir(), "pulse-sample-"));
    try {
      const version = await writeSample(again, { gazetteer, seed: 1 });
      assert.equal(version, await currentVersion(dir));
      assert.notEqual(await writeSample(again, { gazetteer, seed: 2 }), version);
      assert.deepEqual((await readdir(again)).filter((name) => name.startsWith("planted-")).length, 2);
    } finally {
      await rm(again, { recursive: true, force: true });
    }
  });
});
