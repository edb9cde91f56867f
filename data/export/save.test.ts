import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { Fault } from "../fault.ts";
import { type Output, save } from "./save.ts";

describe("save", () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const output = (name: string, ...texts: string[]): Output => ({
    path: at(name),
    chunks: texts.map((text) => Buffer.from(text)),
  });
  const failing = (name: string, error: Error): Output => ({
    path: at(name),
    chunks: (function* () {
      yield Buffer.from("half");
      throw error;
    })(),
  });
  const refuses = (outputs: Output[], message: RegExp, force = false) =>
    assert.rejects(
      save(outputs, { force }),
      (error) => error instanceof Fault && error.code === "BAD_USER_INPUT" && message.test(error.message),
    );

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "pulse-save-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test("writes all files, and nothing else", async () => {
    await save([output("a", "one", "two"), output("b", "three")], { force: false });
    assert.deepEqual((await readdir(folder)).toSorted(), ["a", "b"]);
    assert.equal(await readFile(at("a"), "utf8"), "onetwo");
  });

  test("refuses a file that is there, whichever of them, and replaces it by force", async () => {
    await writeFile(at("b"), "old");
    await refuses([output("a", "new"), output("b", "new")], /b is there already; --force replaces it/);
    assert.deepEqual(await readdir(folder), ["b"]);
    assert.equal(await readFile(at("b"), "utf8"), "old");
    await save([output("a", "new"), output("b", "new")], { force: true });
    assert.equal(await readFile(at("b"), "utf8"), "new");
  });

  test("refuses a file that came while it wrote", async () => {
    const late: Output = {
      path: at("a"),
      chunks: (async function* () {
        yield Buffer.from("mine");
        await writeFile(at("a"), "another's");
      })(),
    };
    await refuses([late], /there already/);
    assert.deepEqual(await readdir(folder), ["a"]);
    assert.equal(await readFile(at("a"), "utf8"), "another's");
  });

  test("replaces what a link leads to, not the link, and never a folder or device", async () => {
    await writeFile(at("file"), "old");
    await symlink(at("file"), at("link"));
    await save([output("link", "new")], { force: true });
    assert.equal(await readFile(at("file"), "utf8"), "new");
    await mkdir(at("folder"));
    await refuses([output("folder", "new")], /is there and is no file/, true);
    await refuses([{ path: "/dev/null", chunks: [] }], /is there and is no file/, true);
  });

  test("says what keeps a file from being written", async () => {
    await writeFile(at("file"), "");
    await refuses([output("none/a", "x")], /its folder does not exist/);
    await refuses([output("file/a", "x")], /part of its path is a file/);
    await refuses([output("a".repeat(400), "x")], /its name is too long/);
    const full = Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    await refuses([output("a", "x"), failing("b", full)], /b was not written: the disk is full/);
  });

  test("leaves nothing behind where the rows fail or it is stopped, and what was there as it was", async () => {
    await writeFile(at("b"), "old");
    const broken = new Error("broken");
    await assert.rejects(save([output("a", "x"), failing("b", broken)], { force: true }), broken);
    const stop = new AbortController();
    const stopping: Output = {
      path: at("a"),
      chunks: (function* () {
        yield Buffer.from("half");
        stop.abort();
        yield Buffer.from("more");
      })(),
    };
    await assert.rejects(save([stopping], { force: true, signal: stop.signal }), { name: "AbortError" });
    assert.deepEqual(await readdir(folder), ["b"]);
    assert.equal(await readFile(at("b"), "utf8"), "old");
  });
});
