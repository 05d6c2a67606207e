import { styleText } from "node:util";
import type { RunSummary } from "./engine-events.ts";

/** How the sandbox's own commands are typed, for the next step. */
const SANDBOX = "npm run sandbox --";

/** How a run went. */
export interface Outcome {
  readonly operation: string;
  readonly stack: string;
  readonly succeeded: boolean;
  /** The policy pack judged the run. */
  readonly judged: boolean;
  readonly seconds: number;
}

/** A resource that a destroy left in the fake cloud. */
export interface Remaining {
  readonly type: string;
  readonly id: string;
  readonly region: string;
  /** Number of settings that stay with it, such as a bucket's policy. */
  readonly settings: number;
  readonly reason: string;
}

/** Renders what a run planned or did, and the pack's verdict. */
export function renderSummary(summary: RunSummary, outcome: Outcome): string {
  const width = Math.max(0, ...[...summary.components.keys()].map((name) => name.length));
  const operations = [...summary.operations].map(([operation, count]) => `${String(count)} ${operation}`).join(", ");
  return [
    "",
    styleText("bold", `Resources  ${String(summary.resources)}${operations === "" ? "" : ` (${operations})`}`),
    ...[...summary.components].toSorted(([left], [right]) => left.localeCompare(right)).map(([name, count]) => `  ${name.padEnd(width)}  ${String(count).padStart(4)}`),
    ...(outcome.judged ? [verdict(summary)] : []),
    ...summary.notes.flatMap((note) => ["", note]),
    ...(summary.notes.length === 0 ? [] : [""]),
    `Time       ${outcome.seconds.toFixed(1)} s`,
  ].join("\n");
}

/** The same for a script to read. */
export function summaryJson(summary: RunSummary, outcome: Outcome, left: readonly Remaining[] | undefined): string {
  return JSON.stringify({
    ...outcome,
    ...summary,
    operations: Object.fromEntries(summary.operations),
    components: Object.fromEntries(summary.components),
    ...(left === undefined ? {} : { remaining: left }),
  });
}

function verdict(summary: RunSummary): string {
  const counts = `violations ${String(summary.violations)}, undecided ${String(summary.undecided)}${summary.advisories === 0 ? "" : `, advisories ${String(summary.advisories)}`}`;
  const line = `Policies   ${counted(summary.rules, "rule")} run, ${counted(summary.judgements, "judgement")}: ${counts}`;
  return styleText(["bold", summary.violations + summary.undecided === 0 ? "green" : "red"], line);
}

/** What to type next, by what just happened. */
export function renderNextSteps({ operation, stack, succeeded }: Outcome): string {
  if (!succeeded) {
    return "\nNext       correct what is reported above and run the same command again";
  }
  const steps = nextAfter(operation, stack);
  const width = Math.max(...steps.map(([typed]) => typed.length));
  return ["", styleText("bold", "Next"), ...steps.map(([typed, why]) => `  ${typed.padEnd(width)}  ${why}`.trimEnd())].join("\n");
}

function nextAfter(command: string, stack: string): readonly (readonly [string, string])[] {
  const flag = `--stack ${stack}`;
  switch (command) {
    case "preview":
      return [
        [`${SANDBOX} up ${flag}`, "create it in the fake cloud; a second time changes nothing"],
        ...(stack === "prod" ? [] : [["npm start -- --stack prod", "the production stack, same code, other values"]] as const),
        ["npm run pulumi -- up", "the same program against your AWS account: README, \"Deploy to AWS\""],
      ];
    case "up":
      return [
        [`${SANDBOX} refresh ${flag}`, "compare the state with the fake cloud; edit its inventory first to see drift"],
        [`${SANDBOX} destroy ${flag}`, "delete what may be deleted, and list what is locked"],
      ];
    case "refresh":
      return [[`${SANDBOX} preview ${flag}`, "see how drift would be put right"]];
    default:
      return [[`${SANDBOX} reset ${flag}`, "forget the stack, with what is still locked in its fake cloud"]];
  }
}

/** Lists what a destroy left in the fake cloud, and why it stays. */
export function renderRemainder(left: readonly Remaining[]): string {
  if (left.length === 0) {
    return "\nNothing is left in the fake cloud.";
  }
  return [
    "",
    styleText("bold", `Left in the fake cloud: ${String(left.length)}, as AWS would leave them`),
    ...left.map(({ type, id, region, settings, reason }) => `  ${type.split(":").at(-1) ?? ""} ${id} (${region})${settings === 0 ? "" : ` and its ${counted(settings, "setting")}`}: ${reason}`),
  ].join("\n");
}

function counted(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? "" : "s"}`;
}
