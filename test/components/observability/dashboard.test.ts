import { describe, expect, test } from "vitest";
import { dashboardPlan } from "../../../components/observability/dashboard-plan.ts";
import { dashboardBody, type Section } from "../../../components/observability/dashboard-widgets.ts";
import { deployment, fullArguments } from "./observability-arguments.ts";

const PLANS = dashboardPlan(deployment, fullArguments, "hipaa-test-api");
const titles = (sections: readonly Section[]): readonly string[] => sections.flatMap(({ graphs }) => graphs.map(({ title }) => title));
const bodyOf = (sections: readonly Section[]) => dashboardBody({ region: "us-east-1", alarmArns: ["arn:aws:cloudwatch:us-east-1:111122223333:alarm:a"], sections });

describe("the dashboards", () => {
  test("show the signals that the documents name", () => {
    const all = PLANS.flatMap(({ sections }) => titles(sections)).join("\n");
    for (const row of ["S1-43", "S1-44", "S1-45", "S1-46", "S1-47", "S2-57", "S4-64"]) {
      expect(all).toContain(`(${row})`);
    }
    expect(PLANS.map(({ subject }) => subject)).toEqual(["service", "cluster", "compliance"]);
  });

  test("are made for what is given: with nothing to watch, compliance alone", () => {
    expect(dashboardPlan(deployment, {}, undefined).map(({ subject }) => subject)).toEqual(["compliance"]);
  });

  test("count failed sign-ins as attempts less successes", () => {
    const [service] = PLANS;
    const graph = service?.sections.flatMap(({ graphs }) => graphs).find(({ title }) => title.startsWith("Sign-ins"));
    expect(JSON.stringify(graph?.lines)).toContain('"expression":"attempts - successes"');
  });

  test("look for the replica's lag in the region of the replica", () => {
    expect(JSON.stringify(PLANS[0])).toContain('"ReplicaLag","DBInstanceIdentifier","hipaa-test-replica",{"region":"us-west-2"}');
  });

  test("show the writer of an Aurora cluster, and how far its secondary is behind", () => {
    const [service] = dashboardPlan(deployment, { database: { identifier: "db", aurora: true, replicaIdentifier: "db-replica" } }, undefined);
    expect(JSON.stringify(service)).toContain('"CPUUtilization","DBClusterIdentifier","db","Role","WRITER"');
    expect(JSON.stringify(service)).toContain('"AuroraGlobalDBReplicationLag","DBClusterIdentifier","db-replica",{"region":"us-west-2"}');
    expect(JSON.stringify(service)).not.toContain("FreeStorageSpace");
  });

  test("find the metrics of the hourly check by its namespace, whatever it names them", () => {
    expect(JSON.stringify(PLANS[2])).toContain(`SEARCH('Namespace=\\"hipaa-test/compliance\\"', 'Maximum', 3600)`);
  });
});

describe("a dashboard's body", () => {
  test.each(PLANS.map(({ subject, sections }) => [subject, sections] as const))("has no two widgets in one place, and none outside of the grid: %s", (_subject, sections) => {
    const taken = new Set<string>();
    for (const { x, y, width, height } of bodyOf(sections).widgets) {
      expect(x + width).toBeLessThanOrEqual(24);
      for (let column = x; column < x + width; column++) {
        for (let row = y; row < y + height; row++) {
          expect(taken.has(`${String(column)}/${String(row)}`)).toBe(false);
          taken.add(`${String(column)}/${String(row)}`);
        }
      }
    }
  });

  test("shows the states of alarms on top, each graph in the region, and the line where an alarm is raised", () => {
    const [alarms, , latency] = bodyOf(PLANS[0]?.sections ?? []).widgets;
    expect(alarms).toMatchObject({ type: "alarm", y: 0, properties: { alarms: ["arn:aws:cloudwatch:us-east-1:111122223333:alarm:a"] } });
    expect(latency).toMatchObject({ type: "metric", properties: { region: "us-east-1", title: "Latency, ms (S1-43)", annotations: { horizontal: [{ label: "Alarm", value: 1000 }] } } });
  });

  test("starts at the top where there are no alarms", () => {
    expect(dashboardBody({ region: "us-east-1", alarmArns: [], sections: [{ heading: "h", graphs: [{ title: "t", lines: [["ns", "m"]] }] }] }).widgets.map(({ type, y }) => [type, y]))
      .toEqual([["text", 0], ["metric", 1]]);
  });

  test("stays within what CloudWatch takes: 500 widgets, 500 lines in one", () => {
    for (const { sections } of PLANS) {
      expect(bodyOf(sections).widgets.length).toBeLessThan(500);
      expect(sections.flatMap(({ graphs }) => graphs).filter(({ lines }) => lines.length > 500)).toEqual([]);
    }
  });
});
