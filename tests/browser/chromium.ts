import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Software WebGL for the map; nothing that would look for another host. */
const FLAGS = [
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const installed = () => PATHS.find((path) => existsSync(path));

function install(): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "chromium"],
  ]) {
    spawnSync("apt-get", args, {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
}

/**
 * The path of a Chromium to test with, installed from Debian where this process may, or why there is none:
 * a reason to skip with.
 */
export function findChromium(): { path: string } | { reason: string } {
  if (installed() === undefined) install();
  const path = installed();
  if (path !== undefined) return { path };
  return { reason: `no Chromium at ${PATHS.join(", ")}, and it could not be installed by apt-get as root` };
}

/** Starts a headless Chromium; the caller closes it. */
export function launch(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: FLAGS });
}
