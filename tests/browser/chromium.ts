import { type Browser, chromium } from "playwright-core";
import { findProgram } from "../debian.ts";

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

/** The path of a Chromium to test with, installed from Debian where this process may, or a reason to skip with. */
export const findChromium = () => findProgram(PATHS, ["chromium"]);

/** Starts a headless Chromium; the caller closes it. */
export function launch(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: FLAGS });
}
