// Runs before start, test, import and bench on whatever Node ≥ 20 is at hand: plain JavaScript, no package.
// What it makes is stamped with a hash of what it was made from, so that a second run costs nothing.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

function filesUnder(path) {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !["dist", "node_modules", "generated"].includes(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : join(path, entry.name)))
    .sort();
}

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(relative(root, path)).update("\0").update(readFileSync(path));
  return hash.digest("hex");
}

function isFresh(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

function run(what, command, args) {
  console.error(`${what} …`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status === 0) return;
  console.error(`${what} failed: ${error?.message ?? `exit code ${status}`}`);
  process.exit(1);
}

/** Brings a made thing up to date with its sources. */
function make(what, stamp, sources, command, args) {
  const hash = hashOf(sources);
  if (isFresh(stamp, hash)) return;
  run(what, command, args);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

if (Number(process.versions.node.split(".")[0]) < 20) {
  console.error(
    `Node ${process.versions.node} is too old: 20 or newer is needed (24 is then installed beside).`,
  );
  process.exit(1);
}

const lock = join(root, "package-lock.json");
const npm = process.env.npm_execpath;
const install = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
make(
  "Installing packages",
  join(root, "node_modules", ".setup"),
  [lock],
  ...(npm ? [process.execPath, [npm, ...install]] : ["npm", install]),
);

if (process.argv.includes("--client")) {
  const client = join(root, "client");
  make(
    "Building the dashboard",
    join(client, "dist", ".setup"),
    [...filesUnder(client), join(root, "schema", "schema.graphql"), lock],
    join(root, "node_modules", ".bin", "node"),
    [join(root, "node_modules", "vite", "bin", "vite.js"), "build", "client", "--logLevel", "warn"],
  );
}
