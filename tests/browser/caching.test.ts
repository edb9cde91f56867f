import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Page, Response } from "playwright-core";
import { type Service, startService } from "../../bench/service.ts";
import { writeSample } from "../../data/sample/ensure.ts";
import { findChromium, launch } from "./chromium.ts";

const found = findChromium();

describe("the dashboard and the caches", { skip: "reason" in found && found.reason }, () => {
  let dir: string;
  let service: Service;
  let browser: Browser;

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), "pulse-caching-"));
    service = await startService("server/main.ts", "/ready", { DATA_DIR: dir, PERSISTED_ONLY: "true" });
    browser = await launch((found as { path: string }).path);
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  const settled = async (page: Page) => {
    await page.locator("[data-map=ready]").waitFor();
    await page.waitForLoadState("networkidle");
  };

  async function open(path: string) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const answers: Response[] = [];
    page.on("response", (response) => {
      if (response.url().startsWith(`${service.url}/graphql?`)) answers.push(response);
    });
    await page.goto(service.url + path);
    await settled(page);
    return { page, answers, close: () => context.close() };
  }

  const served = async () => (await (await fetch(`${service.url}/ready`)).json()).version;

  test("every question is registered at build and names the dataset: its answer never changes", async () => {
    const { page, answers, close } = await open("/?place=IN-TG/hyderabad");
    await page.locator("#places tbody a").first().click();
    await settled(page);
    await page.getByRole("combobox").first().fill("Pune");
    await page.getByRole("option").first().waitFor();
    assert.ok(answers.length >= 8);
    for (const answer of answers) {
      assert.equal(answer.status(), 200, answer.url());
      assert.match(answer.headers()["cache-control"]!, /max-age=86400.*immutable/);
      assert.ok(answer.url().length < 700);
    }
    await close();
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    assert.doesNotMatch(metrics, /graph_requests_total\{operation="adhoc"/);
    for (const name of ["Dataset", "Points", "Values", "Members", "Counts", "Series", "Children", "Search"])
      assert.match(metrics, new RegExp(`graph_requests_total\\{operation="${name}",cache="MISS"\\} [1-9]`));
  });

  test("a page opened again asks nothing of the graph: the browser has every answer", async () => {
    const { page, close } = await open("/?place=IN-GA");
    const asked = async () => {
      const metrics = await (await fetch(`${service.url}/metrics`)).text();
      return metrics.split("\n").filter((line) => line.startsWith("graph_requests_total"));
    };
    const before = await asked();
    await page.goto("about:blank");
    await page.goto(`${service.url}/?place=IN-GA`);
    await settled(page);
    assert.deepEqual(await asked(), before);
    await close();
  });

  test("an open page notices that another dataset is served, and shows that", async () => {
    const { page, close } = await open("/?place=IN-TG");
    const shown = () => page.locator("footer code").innerText();
    const before = await shown();
    const version = await writeSample(dir, { seed: 7 });
    assert.notEqual(version, before);
    for (let round = 0; round < 300 && (await served()) !== version; round++) await page.waitForTimeout(100);
    const link = page.locator("#places tbody a").first();
    const name = await link.innerText();
    await link.click();
    await page.locator("footer code", { hasText: version }).waitFor();
    await page.locator("#place-title", { hasText: name }).waitFor();
    await page.locator(".panel .is-pending").waitFor({ state: "detached" });
    const total = await page.locator(".panel .counts, .panel table").first().innerText();
    await page.reload();
    await settled(page);
    assert.equal(await page.locator(".panel .counts, .panel table").first().innerText(), total);
    assert.equal(await shown(), version);
    await close();
  });
});
