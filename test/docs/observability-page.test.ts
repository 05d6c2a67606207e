import { beforeAll, describe, expect, test } from "vitest";
import { type LogSource, logSources } from "../../docs/generators/log-sources.ts";
import { observabilityPage } from "../../docs/generators/observability-page.ts";
import { recordStack } from "../../docs/generators/recorded-stack.ts";
import { roomsOf } from "../../docs/generators/room.ts";
import type { Recorded } from "../../recording/record.ts";
import { recordedResource } from "./recorded-resource.ts";
import { STACK_VARIANTS } from "./stack-variants.ts";

/** By what is logged: an input, or the kind of resource, without which something is silent. */
const LOGGED_BY: Readonly<Record<string, string>> = {
  "Calls of AWS's interfaces, in every region": "enableLogFileValidation", "Reads and writes of patients' objects and records": "aws:cloudtrail/trail:Trail",
  "Changes of every resource's settings": "aws:cfg/deliveryChannel:DeliveryChannel", "Requests to the API": "accessLogSettings",
  "Requests that a web ACL judged": "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "Requests for pages": "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  "Connections through the load balancer": "accessLogs", "Sign-ins of the application's users": "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration",
  "Sessions of operators": "content", "Traffic of the network, accepted and rejected": "aws:ec2/flowLog:FlowLog",
  "Names that are looked up": "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation",
  "The cluster's control plane, with its audit log": "enabledClusterLogTypes", "What applications in pods write": "aws:cloudwatch/logGroup:LogGroup",
  "Sessions and statements of the database": "enabledCloudwatchLogsExports", "Access to buckets": "aws:s3/bucketLogging:BucketLogging", "Errors of the metrics' workspace": "loggingConfiguration",
};

function sourceOf(says: string, resources: readonly Recorded[]): LogSource | undefined {
  return logSources(resources).find((source) => source.says === says);
}

/* Proves that every resource is set to log. Does not prove that AWS delivers, nor what applications write. */
describe("a platform with everything optional", () => {
  let recording: readonly Recorded[] = [];
  const withoutInput = (input: string): readonly Recorded[] => recording.map((resource) => ({ ...resource, inputs: Object.fromEntries(Object.entries(resource.inputs).filter(([name]) => name !== input)) }));
  beforeAll(async () => {
    const config = STACK_VARIANTS["prod with everything optional"]?.();
    recording = config === undefined ? [] : await recordStack(config);
  }, 60_000);

  test("is silent nowhere (S5-25)", () => {
    expect(logSources(recording).filter(({ silent }) => silent.length > 0)).toEqual([]);
  });

  test.each(Object.entries(LOGGED_BY))("%s would be missed without %s", (says, by) => {
    expect(sourceOf(says, recording)?.logged).not.toEqual([]);
    const silent = by.startsWith("aws:") ? recording.filter(({ type }) => type !== by) : withoutInput(by);
    // Access to a bucket is of interest where it is not the log of such access; without any rule every bucket is one of those.
    expect(sourceOf(says, silent)?.silent).toEqual(expect.arrayContaining([...sourceOf(says, recording)?.logged ?? []]));
  });

  test("has metrics, logs and traces on one page, with every alarm and every log group (S1-52)", () => {
    const page = observabilityPage("prod", recording, roomsOf(recording));
    for (const heading of ["Metrics", "Alarms", "Logs", "Traces"]) {
      expect(page).toContain(`\n## ${heading}\n`);
    }
    const names = recording.filter(({ type }) => ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/dashboard:Dashboard", "aws:xray/group:Group"].includes(type))
      .map(({ inputs }) => String(inputs["name"] ?? inputs["dashboardName"] ?? inputs["groupName"]));
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    expect(page.match(/^\| .* \| \d+ \| (?:yes|no) \| /gmu)).toHaveLength(recording.filter(({ type }) => type === "aws:cloudwatch/logGroup:LogGroup").length);
    expect(page).toMatch(/containerinsights\/[a-z-]+\/application` \| \d+ \| yes/u);
  });
});

test("a function is logged by its own settings or in the group that Lambda would use", () => {
  const functions = ["settings", "group", "neither"].map((name) => recordedResource("aws:lambda/function:Function", name, { inputs: { name, ...(name === "settings" ? { loggingConfig: {} } : {}) } }));
  const group = recordedResource("aws:cloudwatch/logGroup:LogGroup", "log", { inputs: { name: "/aws/lambda/group" } });
  expect(logSources([...functions, group]).find(({ says }) => says === "Runs of functions")).toMatchObject({ logged: ["settings", "group"], silent: ["neither"] });
});

test("a dashboard that is new has to be described", () => {
  const dashboard = recordedResource("aws:cloudwatch/dashboard:Dashboard", "finance", { inputs: { dashboardName: "hipaa-prod-finance" } });
  expect(() => observabilityPage("prod", [dashboard], [])).toThrow("the dashboard hipaa-prod-finance has no words");
});
