import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { customPolicies, iamCounts, withoutReason } from "./generators/iam-findings.ts";
import { type IamReport, iamReport } from "./generators/iam-report.ts";
import { managedOnlyLines, reportLines } from "./generators/iam-report-text.ts";
import { withReasons } from "./generators/iam-reasons.ts";
import { StackFileError, stackFileValues } from "./generators/stack-file.ts";

const USAGE = [
  "Usage: npm run iam-report -- [--stack <name>] [--config-file <file>] [--managed-only] [--json]",
  "",
  "  --stack <name>        the stack whose configuration file is read; dev without it",
  "  --config-file <file>  another configuration file",
  "  --managed-only        only the policies that AWS does not maintain; exit 1 where iam.managedOnly forbids them",
  "  --json                for scripts",
].join("\n");

/** Prints the report. @returns 0; 1 where a permission has no reason, is forbidden, or the configuration is refused; 2 for wrong use */
async function main(args: readonly string[]): Promise<number> {
  const { stack = "dev", "config-file": file, "managed-only": managedOnly = false, json = false, help = false, problem } = commandLine(args);
  if (problem !== undefined || help) {
    (help ? console.log : console.error)(problem === undefined ? USAGE : `${problem}\n\n${USAGE}`);
    return help ? 0 : 2;
  }
  const path = file === undefined ? undefined : resolve(file);
  stackFileValues(stack, path);
  // What is wrong with the command line is said before the program is loaded.
  const { recordStack, stackConfig } = await import("./generators/recorded-stack.ts");
  const config = stackConfig(stack, path);
  const { result: recording, reasons } = await withReasons(async () => await recordStack(config));
  const report = iamReport(stack, recording, reasons);
  print(report, managedOnly, json);
  const forbidden = managedOnly && (config.profile === "platform" && config.iam.managedOnly) ? customPolicies(report) : [];
  return forbidden.length === 0 && withoutReason(report).length === 0 ? 0 : 1;
}

function print(report: IamReport, managedOnly: boolean, json: boolean): void {
  if (json) {
    const shown = managedOnly ? { stack: report.stack, customPolicies: customPolicies(report) } : report;
    console.log(JSON.stringify({ ...shown, counts: iamCounts(report) }, undefined, 2));
  } else {
    console.log((managedOnly ? managedOnlyLines(report) : reportLines(report)).join("\n"));
  }
}

interface Options {
  readonly stack?: string;
  readonly "config-file"?: string;
  readonly "managed-only"?: boolean;
  readonly json?: boolean;
  readonly help?: boolean;
  readonly problem?: string;
}

function commandLine(args: readonly string[]): Options {
  try {
    return parseArgs({
      args: [...args],
      options: { stack: { type: "string" }, "config-file": { type: "string" }, "managed-only": { type: "boolean" }, json: { type: "boolean" }, help: { type: "boolean" } },
    }).values;
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The program refuses a configuration by these. */
async function isRefusal(error: unknown): Promise<boolean> {
  const { ResourceError, RunError } = await import("@pulumi/pulumi");
  return error instanceof RunError || error instanceof ResourceError;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof StackFileError;
  if (!(error instanceof Error && (isUsage || await isRefusal(error)))) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = isUsage ? 2 : 1;
}
