import { bucketNameProblems } from "../lib/bucket-problems.ts";
import { closedSetProblems } from "../lib/closed-set.ts";
import { logRetentionProblems } from "../lib/log-retention.ts";
import type { Problem } from "../lib/problems.ts";
import { ownIdentifierProblems } from "./data-protection.ts";
import { grafanaProblems } from "./grafana.ts";
import { LogClass, type Retention } from "./log-groups.ts";
import { observabilityNames } from "./observability-names.ts";
import type { CanaryTarget, ObservabilityArgs } from "./observability.ts";
import type { ApiSignals, DatabaseSignals } from "./signals.ts";
import { tracingProblems } from "./tracing.ts";

/** How often a canary may run, in minutes: EventBridge rates within an hour. */
const LONGEST_CANARY_MINUTES = 60;

/** Everything that is wrong with the arguments, before anything is created. */
export function observabilityProblems(args: ObservabilityArgs, retention: Retention): readonly Problem[] {
  const { api, database, canary, grafana, runbookUrl } = args;
  return [
    ...(/^https:\/\/[^\s#?]+$/u.test(runbookUrl) ? [] : [{ argument: "runbookUrl", value: runbookUrl, allowed: "an https address without # and ?", change: "Give the page whose headings alarms point to" }]),
    ...logRetentionProblems("logRetentionDays", retention.logRetentionDays),
    ...logRetentionProblems("auditRetentionDays", retention.auditRetentionDays),
    ...logProblems(args),
    ...ownIdentifierProblems("patientIdentifiers", args.patientIdentifiers ?? []),
    ...tracingProblems("tracing", args.tracing ?? {}),
    ...(api === undefined ? [] : apiProblems(api)),
    ...(database === undefined ? [] : databaseProblems(database)),
    ...(canary === undefined ? [] : canaryProblems(args, canary)),
    ...(grafana === undefined ? [] : grafanaProblems(grafana, args)),
    ...repeated("tables", args.tables ?? []),
    ...repeated("functions", args.functions ?? []),
  ];
}

function logProblems({ logGroups, maskedLogs, auditKeyArn }: ObservabilityArgs): readonly Problem[] {
  const groups = logGroups ?? [];
  return [
    ...groups.flatMap(({ name, logClass }, index) => [
      ...(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/u.test(name) ? [] : [{
        argument: `logGroups[${String(index)}].name`, value: name, allowed: "1 to 64 of a-z, 0-9 and -", change: "Give the service's short name",
      }]),
      ...closedSetProblems(`logGroups[${String(index)}].logClass`, logClass, LogClass),
    ]),
    ...repeated("logGroups, maskedLogs", [...groups.map(({ name }) => name), ...(maskedLogs ?? []).map(({ id }) => id)]),
    ...(auditKeyArn === undefined && groups.some(({ logClass }) => logClass === LogClass.Audit)
      ? [{ argument: "auditKeyArn", value: null, allowed: "logs of class audit have the key of that class, which opens nothing else", change: "Give auditKeyArn" }]
      : []),
  ];
}

function apiProblems({ latencyMs, errorPercent }: ApiSignals): readonly Problem[] {
  const latency = latencyMs ?? 1000;
  const errors = errorPercent ?? 1;
  return [
    ...(Number.isInteger(latency) && latency >= 1 ? [] : [{ argument: "api.latencyMs", value: latency, allowed: "whole milliseconds from 1", change: "Leave it out for 1000" }]),
    ...(errors >= 0.01 && errors <= 100 ? [] : [{ argument: "api.errorPercent", value: errors, allowed: "0.01 to 100", change: "Leave it out for 1" }]),
  ];
}

function databaseProblems({ aurora, storageGib = aurora === true ? undefined : Number.NaN, connectionLimit }: DatabaseSignals): readonly Problem[] {
  const limit = connectionLimit ?? 400;
  return [
    ...(storageGib === undefined || (Number.isInteger(storageGib) && storageGib >= 20) ? [] : [{ argument: "database.storageGib", value: storageGib, allowed: "whole GiB from 20", change: "Give the allocated storage" }]),
    ...(Number.isInteger(limit) && limit >= 5 ? [] : [{ argument: "database.connectionLimit", value: limit, allowed: "whole connections from 5", change: "Leave it out for 400" }]),
  ];
}

function canaryProblems({ deployment }: ObservabilityArgs, { url, expectedStatus, everyMinutes, runtimeVersion }: CanaryTarget): readonly Problem[] {
  const { canaryAccessLogs } = observabilityNames(deployment);
  const status = expectedStatus ?? 200;
  const minutes = everyMinutes ?? 5;
  const runtime = runtimeVersion ?? "syn-nodejs-5.2";
  return [
    ...(/^https:\/\/[^\s@]+$/u.test(url) ? [] : [{ argument: "canary.url", value: url.includes("@") ? "(an address with credentials)" : url, allowed: "an https address without credentials", change: "Give an address that the canary may call" }]),
    ...(Number.isInteger(status) && status >= 200 && status <= 499 ? [] : [{ argument: "canary.expectedStatus", value: status, allowed: "a status from 200 to 499", change: "Leave it out for 200, or give 401 for an API that asks who calls" }]),
    ...(Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_CANARY_MINUTES ? [] : [{
      argument: "canary.everyMinutes", value: minutes, allowed: `whole minutes from 1 to ${String(LONGEST_CANARY_MINUTES)}`, change: "Leave it out for 5",
    }]),
    ...(/^syn-nodejs-\d+\.\d+$/u.test(runtime) ? [] : [{ argument: "canary.runtimeVersion", value: runtime, allowed: "a Node.js runtime without a browser, such as syn-nodejs-5.2", change: "Leave it out" }]),
    ...bucketNameProblems(deployment.prefix, [canaryAccessLogs]),
  ];
}

function repeated(argument: string, names: readonly string[]): readonly Problem[] {
  const again = names.find((name, index) => names.indexOf(name) !== index);
  return again === undefined ? [] : [{ argument, value: again, allowed: "each name once", change: "Remove one" }];
}
