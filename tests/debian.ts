import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };

/** Installs Debian packages where this process may: as root, where there is apt-get. */
function install(packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", ...packages],
  ])
    spawnSync("apt-get", args, { stdio: "ignore", env });
}

/**
 * The first of the paths that is there, the packages being installed if none is; or why there is none: a reason to
 * skip with.
 */
export function findProgram(
  paths: readonly string[],
  packages: readonly string[],
): { path: string } | { reason: string } {
  const installed = () => paths.find((path) => existsSync(path));
  if (installed() === undefined) install(packages);
  const path = installed();
  if (path !== undefined) return { path };
  const what = `${packages.join(" ")} could not be installed by apt-get as root`;
  return { reason: `nothing at ${paths.join(", ")}, and ${what}` };
}
