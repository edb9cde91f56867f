// `npm run screenshot`: docs/images/dashboard.png of the running app on its sample, as the README shows it.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startService } from "../bench/service.ts";
import { findChromium, launch } from "../tests/browser/chromium.ts";

const found = findChromium();
if ("reason" in found) throw new Error(found.reason);
const dataDir = process.env.DATA_DIR ?? (await mkdtemp(join(tmpdir(), "pulse-screenshot-")));
const service = await startService("server/main.ts", "/ready", { DATA_DIR: dataDir });
const browser = await launch(found.path);
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
  await page.goto(`${service.url}/`);
  await page.locator("[data-map=ready]").waitFor();
  await page.waitForLoadState("networkidle");
  await mkdir("docs/images", { recursive: true });
  await page.screenshot({ path: "docs/images/dashboard.png" });
} finally {
  await browser.close();
  await service.stop();
  if (process.env.DATA_DIR === undefined) await rm(dataDir, { recursive: true, force: true });
}
