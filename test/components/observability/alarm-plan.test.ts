import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type AlarmPlan, alarmPlan } from "../../../components/observability/alarm-plan.ts";
import { alarmName } from "../../../components/observability/alarms.ts";
import { maskingAlarms } from "../../../components/observability/platform-alarms.ts";
import { project } from "../../architecture/source-files.ts";
import { deployment, fullArguments } from "./observability-arguments.ts";

const ALL = [...alarmPlan(fullArguments, "hipaa-test-api"), ...maskingAlarms("hipaa-test/observability", "patient-data-findings")];

function planOf(id: string, plans: readonly AlarmPlan[] = ALL): AlarmPlan {
  const found = plans.find((plan) => plan.id === id);
  if (found === undefined) {
    throw new Error(`no alarm ${id}; there are: ${plans.map((plan) => plan.id).join(", ")}`);
  }
  return found;
}

/** Headings as GitHub and most renderers turn them into anchors. */
function anchorsOf(page: string): ReadonlySet<string> {
  return new Set([...page.matchAll(/^## (.+)$/gmu)].map(([, heading = ""]) => heading.toLowerCase().replaceAll(" ", "-")));
}

describe("the alarms", () => {
  test("watch what is given and nothing else", () => {
    expect(alarmPlan({}, undefined)).toEqual([]);
    expect(alarmPlan({ api: { apiName: "a", stageName: "s" } }, undefined).map(({ id }) => id)).toEqual(["api-errors", "api-latency", "api-refusals"]);
    expect(ALL.map(({ id }) => id)).toEqual([
      "api-errors", "api-latency", "api-refusals", "targets-unhealthy", "targets-gone", "database-cpu", "database-storage", "database-memory", "database-connections", "database-latency",
      "nodes-failed", "nodes-cpu", "nodes-memory", "nodes-disk", "pods-unschedulable", "control-plane-errors",
      "nat-1-ports-exhausted", "nat-1-packets-dropped", "nat-2-ports-exhausted", "nat-2-packets-dropped", "table-hipaa-test-records-reads-throttled",
      "table-hipaa-test-records-writes-throttled", "function-hipaa-test-compliance-check-errors", "function-hipaa-test-compliance-check-throttled", "canary-failed", "personal-data-in-logs",
    ]);
  });

  test("each have a heading in the runbook, and every heading has an alarm", () => {
    const anchors = anchorsOf(readFileSync(join(project, "docs/runbooks/alarms.md"), "utf8"));
    expect(ALL.filter(({ runbook }) => !anchors.has(runbook))).toEqual([]);
    expect([...anchors].filter((anchor) => !ALL.some(({ runbook }) => runbook === anchor))).toEqual([]);
  });

  test("call people at once for what touches patients or their data now", () => {
    expect(ALL.filter(({ critical }) => critical).map(({ id }) => id)).toEqual(["api-errors", "targets-gone", "database-storage", "nodes-failed", "canary-failed", "personal-data-in-logs"]);
  });

  test("have names that the check's own alarms and each other do not have", () => {
    const names = ALL.map((plan) => alarmName(deployment, plan));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("hipaa-test-function-compliance-check-errors");
    expect(names).not.toContain("hipaa-test-compliance-check-errors");
  });

  test("are ones that CloudWatch can evaluate: its periods, within a day", () => {
    expect(ALL.filter(({ period, of: [some, last] }) => period % 60 !== 0 || some > last || period * last > 86_400)).toEqual([]);
  });

  test("hold the API to its latency and error share (S1-43, S1-44)", () => {
    const [errors, latency] = alarmPlan({ api: { apiName: "records", stageName: "v1", latencyMs: 250, errorPercent: 0.5 } }, undefined);
    expect(errors).toMatchObject({ metric: "5XXError", statistic: "Average", threshold: 0.005, dimensions: { ApiName: "records", Stage: "v1" } });
    expect(latency).toMatchObject({ metric: "Latency", statistic: "p99", threshold: 250, meaning: "One request in a hundred takes 250 ms or longer (S1-43)" });
  });

  test("watch whichever instance of an Aurora cluster takes writes, and not its storage, which grows by itself", () => {
    const plans = alarmPlan({ database: { identifier: "hipaa-test-db", aurora: true } }, undefined);
    expect(plans.map(({ id, dimensions }) => [id, dimensions])).toEqual(["database-cpu", "database-memory", "database-connections", "database-latency"].map((id) => [id, { DBClusterIdentifier: "hipaa-test-db", Role: "WRITER" }]));
  });

  test("keep a tenth of the storage and a fifth of the connections in reserve (S1-46)", () => {
    expect(planOf("database-storage")).toMatchObject({ metric: "FreeStorageSpace", when: "atMost", threshold: 10_737_418_240, of: [1, 1] });
    expect(planOf("database-connections")).toMatchObject({ threshold: 320 });
    expect(planOf("database-connections", alarmPlan({ database: { identifier: "d", storageGib: 20, connectionLimit: 901 } }, undefined)).threshold).toBe(720);
  });

  test("tell degradation of the way out and of the database's storage before they fail (S1-50)", () => {
    expect(planOf("nat-2-ports-exhausted")).toMatchObject({ namespace: "AWS/NATGateway", metric: "ErrorPortAllocation", dimensions: { NatGatewayId: "nat-0123456789abcdef1" }, when: "atLeast", threshold: 1 });
    expect(planOf("nat-1-packets-dropped")).toMatchObject({ metric: "PacketsDropCount", of: [3, 3], silence: "fine" });
    expect(planOf("database-latency")).toMatchObject({ metric: "WriteLatency", threshold: 0.05, period: 300, of: [3, 3] });
  });

  test("know which balancer's metrics they read", () => {
    expect(planOf("targets-gone")).toMatchObject({ namespace: "AWS/NetworkELB", metric: "HealthyHostCount", when: "atMost", threshold: 0 });
    const [application] = alarmPlan({ loadBalancer: { loadBalancer: "app/x/1", targetGroup: "targetgroup/x/1", network: false } }, undefined);
    expect(application?.namespace).toBe("AWS/ApplicationELB");
  });

  test("take a silent canary for a failed one, and a silent node agent for news (S1-45)", () => {
    expect(planOf("canary-failed").silence).toBe("bad");
    expect(planOf("nodes-failed").silence).toBe("unknown");
    expect(planOf("api-errors").silence).toBe("fine");
  });
});
