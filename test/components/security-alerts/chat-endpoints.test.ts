import { beforeAll, describe, expect, test } from "vitest";
import { SecurityAlerts } from "../../../components/security-alerts/index.ts";
import { all, one, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { alertArguments, endpointOutputs } from "./alert-arguments.ts";

const endpoints = {
  slack: { channelId: "C0123456789", secretName: "hipaa-test/slack" },
  pagerDuty: { secretName: "hipaa-test/pagerduty", secretVersionId: "0f5f5a3e-0000-4000-8000-000000000000" },
  secretsKeyAlias: "alias/hipaa-test/secrets",
};
const [slackArn, pagerDutyArn] = ["slack", "pagerduty"].map((name) => `arn:aws:events:us-east-1:111122223333:api-destination/hipaa-test-alerts-${name}/0f5f5a3e`);

function targetsOf(resources: readonly Recorded[], id: string): readonly Recorded[] {
  return all(resources, "aws:cloudwatch/eventTarget:EventTarget").filter(({ inputs }) => inputs["targetId"] === id);
}

describe("Slack and PagerDuty", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await record(() => new SecurityAlerts("alerts", { ...alertArguments, ...endpoints }), {
      mode: "up", outputs: endpointOutputs,
    });
  });

  test("take their credentials by references that CloudFormation resolves: no value enters the program or its state", () => {
    const template: unknown = JSON.parse(String(one(resources, "aws:cloudformation/stack:Stack").inputs["templateBody"]));
    expect(template).toMatchObject({
      Resources: {
        SlackConnection: { Properties: { AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: "Authorization", ApiKeyValue: "{{resolve:secretsmanager:hipaa-test/slack:SecretString:authorization}}" } } } },
        SlackDestination: { Properties: { InvocationEndpoint: "https://slack.com/api/chat.postMessage", HttpMethod: "POST" } },
        PagerDutyConnection: {
          Properties: { AuthParameters: { InvocationHttpParameters: { BodyParameters: [{
            Key: "routing_key", Value: "{{resolve:secretsmanager:hipaa-test/pagerduty:SecretString:routingKey::0f5f5a3e-0000-4000-8000-000000000000}}", IsValueSecret: true,
          }] } } },
        },
        PagerDutyDestination: { Properties: { InvocationEndpoint: "https://events.pagerduty.com/v2/enqueue" } },
      },
    });
    expect(all(resources, "aws:cloudwatch/eventConnection:EventConnection")).toEqual([]);
  });

  test("hear of every alert, and of the platform's alarms", () => {
    const names = (id: string): readonly string[] => targetsOf(resources, id).map(({ name }) => name.slice("alerts-".length, -id.length - 1)).toSorted();
    expect(names("slack")).toEqual([...names("topic"), "alarm"].toSorted());
    expect(names("pagerduty")).toEqual(names("slack"));
    expect(new Set(targetsOf(resources, "slack").map(({ inputs }) => inputs["arn"]))).toEqual(new Set([slackArn]));
    expect(new Set(targetsOf(resources, "pagerduty").map(({ inputs }) => inputs["arn"]))).toEqual(new Set([pagerDutyArn]));
    expect(new Set([...targetsOf(resources, "slack"), ...targetsOf(resources, "pagerduty")].map(({ inputs }) => inputs["roleArn"]))).toEqual(new Set(["arn:aws:iam:us-east-1:111122223333:alerts-endpoints-use-role"]));
  });

  test("are called by a role that calls nothing else", () => {
    expect(statementsOf(one(resources, "aws:iam/policy:Policy", "alerts-endpoints-use-policy").inputs["policy"])).toEqual([{
      Sid: "CallEndpoints", Effect: "Allow", Action: ["events:InvokeApiDestination"],
      Resource: ["slack", "pagerduty"].map((name) => `arn:aws:events:us-east-1:111122223333:api-destination/hipaa-test-alerts-${name}/*`),
    }]);
  });

  test("are made by a role that reads the two secrets and no other, under their key only", () => {
    const { policy } = one(resources, "aws:iam/policy:Policy", "alerts-endpoints-setup-policy").inputs;
    expect(statement(policy, "ReadCredentials").Resource).toEqual(["slack", "pagerduty"].map((name) => `arn:aws:secretsmanager:us-east-1:111122223333:secret:hipaa-test/${name}-??????`));
    expect(statement(policy, "DecryptCredentials").Condition).toEqual({
      StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" }, "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/hipaa-test/secrets" },
    });
    expect(statementsOf(policy).flatMap(({ Resource }) => Resource ?? []).filter((resource) => resource === "*")).toEqual([]);
    expect(one(resources, "aws:cloudformation/stack:Stack").inputs["iamRoleArn"]).toBe("arn:aws:iam:us-east-1:111122223333:alerts-endpoints-setup-role");
  });

  test("are made without the other where only one is asked for", async () => {
    const slackOnly = await record(() => new SecurityAlerts("alerts", { ...alertArguments, slack: endpoints.slack, secretsKeyAlias: endpoints.secretsKeyAlias }));
    expect(String(one(slackOnly, "aws:cloudformation/stack:Stack").inputs["templateBody"])).not.toContain("PagerDuty");
    expect(targetsOf(slackOnly, "pagerduty")).toEqual([]);
  });

  test("leave nothing behind where neither is asked for", async () => {
    const neither = await record(() => new SecurityAlerts("alerts", alertArguments));
    expect(all(neither, "aws:cloudformation/stack:Stack")).toEqual([]);
  });
});
