import { describe, expect, test } from "vitest";
import { awsModels } from "../../../sandbox/aws/models.ts";
import { Inventory } from "../../../sandbox/inventory.ts";
import { ACCOUNT } from "../../../sandbox/resource-model.ts";
import type { Properties } from "../../../sandbox/wire.ts";

/** Asks a model as the sandbox does before it creates; a model without a check accepts everything. */
function create(type: string, inputs: Properties): void {
  const model = awsModels.get(type);
  if (model?.validate === undefined) {
    throw new Error(`the model of ${type} checks nothing`);
  }
  model.validate({ type, region: "us-east-1", inputs, inventory: new Inventory("none", ACCOUNT), now: new Date(0), hex: (length) => "a".repeat(length) });
}

const GRAFANA = "aws:grafana/workspace:Workspace";
const CANARY = "aws:synthetics/canary:Canary";
const MASKING = "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy";
const statement = (operation: string, identifier: string): Properties => ({ DataIdentifier: [identifier], Operation: { [operation]: {} } });
const policy = (...statements: readonly Properties[]): string => JSON.stringify({ Version: "2021-06-01", Statement: statements });

describe("the sandbox refuses as AWS does", () => {
  test.each<readonly [string, string, Properties, string]>([
    ["a Prometheus log without the ending that AMP wants", "aws:amp/workspace:Workspace", { loggingConfiguration: { logGroupArn: "arn:aws:logs:us-east-1:1:log-group:x" } }, "must end with :*"],
    ["a Grafana that is to act under a role of ours, and is given none", GRAFANA, { permissionType: "CUSTOMER_MANAGED" }, "needs workspaceRoleArn"],
    ["a canary without a script", CANARY, { handler: "a.handler" }, "The canary has no script"],
    ["a canary whose entry point is no handler", CANARY, { s3Bucket: "b", s3Key: "k", handler: "probe.main" }, "must end with .handler"],
    ["a name too long for X-Ray", "aws:xray/group:Group", { groupName: "g".repeat(33) }, "longer than 32 characters"],
    ["a sampling rate above all", "aws:xray/samplingRule:SamplingRule", { ruleName: "r", fixedRate: 1.5 }, "outside 0 to 1"],
    ["a policy that finds but does not mask", MASKING, { policyDocument: policy(statement("Audit", "Name")) }, "Audit and Deidentify"],
    ["a policy that finds one thing and masks another", MASKING, { policyDocument: policy(statement("Audit", "Name"), statement("Deidentify", "Address")) }, "must match"],
    ["a policy that is no JSON", MASKING, { policyDocument: "{" }, "Audit and Deidentify"],
    ["a dashboard that is no JSON", "aws:cloudwatch/dashboard:Dashboard", { dashboardBody: "widgets" }, "must be a valid JSON object"],
    ["a conformance pack that does not fit into a request", "aws:cfg/conformancePack:ConformancePack", { templateBody: "x".repeat(51_201) }, "51200"],
    ["a conformance pack where nothing is recorded", "aws:cfg/conformancePack:ConformancePack", { templateBody: "x" }, "There is no configuration recorder in us-east-1"],
  ])("%s", (_what, type, inputs, message) => {
    expect(() => { create(type, inputs); }).toThrow(message);
  });

  test.each<readonly [string, string, Properties]>([
    ["a workspace", "aws:amp/workspace:Workspace", { loggingConfiguration: { logGroupArn: "arn:aws:logs:us-east-1:1:log-group:x:*" } }],
    ["a Grafana", GRAFANA, { permissionType: "CUSTOMER_MANAGED", roleArn: "arn:aws:iam::111122223333:role/grafana" }],
    ["a canary", CANARY, { s3Bucket: "b", s3Key: "k", handler: "probe.handler" }],
    ["masking", MASKING, { policyDocument: policy(statement("Audit", "Name"), statement("Deidentify", "Name")) }],
    ["a sampling rule", "aws:xray/samplingRule:SamplingRule", { ruleName: "r", fixedRate: 0.05 }],
    ["a dashboard", "aws:cloudwatch/dashboard:Dashboard", { dashboardBody: "{}" }],
  ])("but takes %s", (_what, type, inputs) => {
    expect(() => { create(type, inputs); }).not.toThrow();
  });
});
