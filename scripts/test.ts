// Types, lint and every *.test.ts, with one closing line that counts them all.
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const counts = { passed: 0, failed: 0, skipped: 0 };

function check(what: string, command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  counts[status === 0 ? "passed" : "failed"]++;
  console.log(`${status === 0 ? "✔" : "✖"} ${what}`);
}

check("types of the service", "tsc", ["--project", "tsconfig.json"]);
check("types of the dashboard", "tsc", ["--project", "client/tsconfig.json"]);
check("format and lint", "biome", ["check", "--error-on-warnings", "."]);

const patterns = process.argv.slice(2);
const files = globSync(
  patterns.length > 0 ? patterns : ["{data,engines,schema,server,client,bench,tests,scripts}/**/*.test.ts"],
  {
    exclude: ["**/node_modules/**", "**/dist/**"],
  },
).toSorted();

const stream = run({ files, concurrency: 2, timeout: 600_000 });
for (const outcome of ["pass", "fail"] as const) {
  stream.on(`test:${outcome}`, ({ details, skip }) => {
    if (details.type === "suite") return;
    if (outcome === "pass" && skip !== undefined) counts.skipped++;
    else counts[outcome === "pass" ? "passed" : "failed"]++;
  });
}
stream.compose(new spec()).pipe(process.stdout, { end: false });
stream.on("end", () => {
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
});
process.on("exit", () => {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
});
