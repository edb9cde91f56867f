import { baseOf } from "../engines/projection/base.ts";
import { factsUpTo, loadFacts } from "../engines/projection/facts.ts";
import { projectStates } from "../engines/projection/project.ts";

/**
 * `node bench/projection.ts FROM TO` writes state,year,population for each state and each year after FROM up to
 * TO, projected from the facts up to FROM alone: FROM from 2012 to 2026, TO at most 20 years later.
 */
const [from = Number.NaN, to = Number.NaN] = process.argv.slice(2).map(Number);
const base = baseOf(factsUpTo(loadFacts(), from));
const lines = ["state,year,population"];
for (const { code, years } of projectStates(base, to - from)) {
  for (const { year, population } of years) lines.push(`${code},${year},${population}`);
}
process.stdout.write(`${lines.join("\n")}\n`);
