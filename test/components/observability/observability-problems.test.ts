import { describe, expect, test } from "vitest";
import { Observability, type ObservabilityArgs } from "../../../components/observability/index.ts";
import { record } from "../../support/pulumi-mocks.ts";
import { bareArguments, deployment, fullArguments } from "./observability-arguments.ts";

const canary = { url: "https://api.example.com", logsKeyAlias: "alias/hipaa-test/logs" };
/** A caller in JavaScript is not held to the closed set. */
const sloppy: { readonly name: "debug"; readonly logClass: "audit" } = JSON.parse('{"name":"debug","logClass":"debug"}');
const { auditKeyArn: _audit, ...withoutAuditKey } = fullArguments;

const REFUSED: readonly (readonly [string, ObservabilityArgs, string])[] = [
  ["a runbook that anybody on the way can change", { ...bareArguments, runbookUrl: "http://docs.example.com" },
    'runbookUrl = "http://docs.example.com": an https address without # and ?. Give the page whose headings alarms point to'],
  ["logs kept for a month", { ...bareArguments, logRetentionDays: 30 }, "logRetentionDays = 30: CloudWatch takes 365,"],
  ["evidence kept for a month", { ...bareArguments, auditRetentionDays: 30 }, "auditRetentionDays = 30: CloudWatch takes 365,"],
  ["a log with a path for a name", { ...bareArguments, logGroups: [{ name: "/a/b", logClass: "application" }] }, 'logGroups[0].name = "/a/b": 1 to 64 of a-z, 0-9 and -. Give the service\'s short name'],
  ["a class of logs that there is not", { ...bareArguments, logGroups: [sloppy] }, 'logGroups[0].logClass = "debug": one of application, audit. Take one of these'],
  ["two logs of one name", { ...fullArguments, maskedLogs: [{ id: "patient-service", logGroupName: "/x" }] }, 'logGroups, maskedLogs = "patient-service": each name once. Remove one'],
  ["evidence without its key", withoutAuditKey, "auditKeyArn = null: logs of class audit have the key of that class, which opens nothing else. Give auditKeyArn"],
  ["more samples than requests", { ...bareArguments, tracing: { samplingPercent: 101 } }, "tracing.samplingPercent = 101: 0 to 100. Leave it out for 5"],
  ["slow from no time on", { ...bareArguments, tracing: { slowMs: 0 } }, "tracing.slowMs = 0: whole milliseconds from 1. Leave it out for 1000"],
  ["an API with no latency", { ...bareArguments, api: { apiName: "a", stageName: "s", latencyMs: 0.5 } }, "api.latencyMs = 0.5: whole milliseconds from 1. Leave it out for 1000"],
  ["an API that may not fail at all", { ...bareArguments, api: { apiName: "a", stageName: "s", errorPercent: 0 } }, "api.errorPercent = 0: 0.01 to 100. Leave it out for 1"],
  ["a database without storage", { ...bareArguments, database: { identifier: "d", storageGib: 0 } }, "database.storageGib = 0: whole GiB from 20. Give the allocated storage"],
  ["an instance without storage", { ...bareArguments, database: { identifier: "d" } }, "database.storageGib = null: whole GiB from 20. Give the allocated storage"],
  ["a database without connections", { ...bareArguments, database: { identifier: "d", storageGib: 20, connectionLimit: 1 } }, "database.connectionLimit = 1: whole connections from 5. Leave it out for 400"],
  ["a canary in the clear", { ...bareArguments, canary: { ...canary, url: "http://api.example.com" } }, 'canary.url = "http://api.example.com": an https address without credentials'],
  ["a canary that expects failure", { ...bareArguments, canary: { ...canary, expectedStatus: 500 } }, "canary.expectedStatus = 500: a status from 200 to 499"],
  ["a canary once a day", { ...bareArguments, canary: { ...canary, everyMinutes: 1440 } }, "canary.everyMinutes = 1440: whole minutes from 1 to 60. Leave it out for 5"],
  ["a canary with a browser", { ...bareArguments, canary: { ...canary, runtimeVersion: "syn-nodejs-puppeteer-15.1" } }, 'canary.runtimeVersion = "syn-nodejs-puppeteer-15.1": a Node.js runtime without a browser'],
  ["a prefix that makes bucket names too long", { ...bareArguments, canary, deployment: { ...deployment, prefix: "a-prefix-of-20-chars", region: "ap-southeast-5-zone" } }, "bucket names have at most 63 characters"],
  ["Managed Grafana without metrics", { ...bareArguments, prometheus: false, grafana: { vpcEndpointIds: ["vpce-1"] } }, "prometheus = false: true where there is Managed Grafana, which shows its metrics. Leave it out, or remove grafana"],
  ["Managed Grafana that nobody reaches", { ...bareArguments, grafana: { vpcEndpointIds: [] } }, "grafana.vpcEndpointIds = []: 1 to 5 endpoints of grafana-workspace; without one nobody reaches the workspace"],
  ["more ways to Managed Grafana than AWS takes", { ...bareArguments, grafana: { vpcEndpointIds: ["1", "2", "3", "4", "5", "6"] } }, 'grafana.vpcEndpointIds = "6 endpoints": 1 to 5 endpoints'],
  ["a table twice", { ...bareArguments, tables: ["t", "t"] }, 'tables = "t": each name once. Remove one'],
];

describe("Observability refuses, before anything is created,", () => {
  test.each(REFUSED)("%s", async (_what, args, message) => {
    await expect(record(() => new Observability("observability", args))).rejects.toThrow(message);
  });

  test("credentials in the canary's address, without repeating them", async () => {
    const refused = record(() => new Observability("observability", { ...bareArguments, canary: { ...canary, url: "https://user:hunter2@api.example.com" } }));
    await expect(refused).rejects.toThrow('canary.url = "(an address with credentials)"');
    await expect(refused).rejects.not.toThrow(/hunter2/u);
  });
});
