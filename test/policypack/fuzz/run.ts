import { parseArgs } from "node:util";
import { EVERY_AWS_TYPE } from "../../../policypack/engine/rule.ts";
import { rules } from "../../../policypack/rules/index.ts";
import { fuzzType } from "./fuzz-type.ts";

const BAR_MILLISECONDS = 1;
const USAGE = `Usage: npm run fuzz:pack -- [--inputs N] [--seed N] [type ...]
Gives every rule of the policy pack random resources of each type it names, or of the given types (about a quarter of an hour for all).
  --inputs  resources of each type; 10000 when not given
  --seed    first of the numbers that the inputs are made from; the time of day when not given
Exits 1 when a rule fails, or when a judgement takes ${String(BAR_MILLISECONDS)} ms or more on average.`;

function main(): number {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { inputs: { type: "string", default: "10000" }, seed: { type: "string" }, help: { type: "boolean" } } });
  if (values.help === true) {
    console.log(USAGE);
    return 0;
  }
  const named = [...new Set(rules.flatMap(({ resources }) => resources))].filter((type) => type !== EVERY_AWS_TYPE).toSorted();
  const types = positionals.length > 0 ? positionals : named;
  const inputs = Number(values.inputs);
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  const strangers = types.filter((type) => !named.includes(type));
  if (!Number.isInteger(inputs) || inputs < 1 || !Number.isInteger(seed) || strangers.length > 0) {
    console.error(strangers.length > 0 ? `no rule looks at ${strangers.join(", ")}` : USAGE);
    return 2;
  }
  let judgements = 0;
  let milliseconds = 0;
  let slowest = { type: "", milliseconds: 0 };
  const failures: string[] = [];
  console.log(`${String(inputs)} inputs for each of ${String(types.length)} types, seed ${String(seed)}`);
  for (const [index, type] of types.entries()) {
    const result = fuzzType(type, rules, inputs, seed);
    judgements += result.judgements;
    milliseconds += result.milliseconds;
    failures.push(...result.failures);
    if (result.slowestMilliseconds > slowest.milliseconds) {
      slowest = { type, milliseconds: result.slowestMilliseconds };
    }
    if ((index + 1) % 100 === 0) {
      console.log(`  ${String(index + 1)} types, ${String(judgements)} judgements, ${String(failures.length)} failures`);
    }
  }
  for (const failure of failures.slice(0, 20)) {
    console.error(failure);
  }
  const average = milliseconds / judgements;
  console.log(`${String(judgements)} judgements, ${String(failures.length)} failures`);
  console.log(`${average.toFixed(4)} ms a judgement on average (bar ${String(BAR_MILLISECONDS)} ms); slowest ${slowest.milliseconds.toFixed(1)} ms, of ${slowest.type}`);
  return failures.length === 0 && average < BAR_MILLISECONDS ? 0 : 1;
}

process.exitCode = main();
