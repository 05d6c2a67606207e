import type { FaultPlan } from "./faults.ts";
import { UsageError } from "./workspace.ts";

export interface FaultFlags {
  readonly plan: FaultPlan;
  /** Arguments that are no faults, in their order. */
  readonly rest: readonly string[];
}

const FORMS = "throttle=<every nth call>, fail=<type token>, delay=<milliseconds>ms, crash=<after n creates>";

/**
 * Reads `--fault throttle=5 --fault fail=aws:rds/instance:Instance --fault delay=200ms --fault crash=40`.
 * @param variable the same without `--fault`, comma separated, as SANDBOX_FAULTS has it; flags win
 * @throws {UsageError} one message with every fault that cannot be read
 */
export function faultFlags(args: readonly string[], variable: string | undefined): FaultFlags {
  const rest: string[] = [];
  const faults = (variable ?? "").split(",").map((fault) => fault.trim()).filter((fault) => fault !== "");
  const problems: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? "";
    if (arg === "--fault") {
      index += 1;
      const value = args[index];
      if (value === undefined) {
        problems.push(`--fault needs a value: ${FORMS}`);
      } else {
        faults.push(value);
      }
    } else if (arg.startsWith("--fault=")) {
      faults.push(arg.slice("--fault=".length));
    } else {
      rest.push(arg);
    }
  }
  let plan: FaultPlan = {};
  for (const fault of faults) {
    const read = readFault(fault, plan);
    if (typeof read === "string") {
      problems.push(read);
    } else {
      plan = read;
    }
  }
  if (problems.length > 0) {
    throw new UsageError(problems.join("\n"));
  }
  return { plan, rest };
}

/** @returns the plan with the fault, or what is wrong with it */
function readFault(fault: string, plan: FaultPlan): FaultPlan | string {
  const equals = fault.indexOf("=");
  const kind = equals === -1 ? fault : fault.slice(0, equals);
  const value = equals === -1 ? "" : fault.slice(equals + 1);
  switch (kind) {
    case "throttle":
    case "crash": {
      const count = /^\d+$/u.test(value) ? Number(value) : 0;
      if (count < 1) {
        return `--fault ${fault}: ${kind} takes a whole number from 1 up`;
      }
      return kind === "throttle" ? { ...plan, throttleEvery: count } : { ...plan, crashAfterCreates: count };
    }
    case "delay": {
      const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s)$/u.exec(value) ?? [];
      return amount === undefined ? `--fault ${fault}: delay takes a time such as 200ms or 1.5s` : { ...plan, delayMs: Number(amount) * (unit === "s" ? 1000 : 1) };
    }
    case "fail":
      return /^[\w-]+:[\w/-]+:\w+$/u.test(value)
        ? { ...plan, failCreate: [...(plan.failCreate ?? []), value] }
        : `--fault ${fault}: fail takes a type token such as aws:rds/instance:Instance`;
    default:
      return `--fault ${fault}: unknown; known are ${FORMS}`;
  }
}
