import { beforeAll, describe, expect, test } from "vitest";
import { Observability, type ObservabilityArgs } from "../../../components/observability/index.ts";
import { one, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { bareArguments, fullArguments } from "./observability-arguments.ts";

const WORKSPACE = "aws:grafana/workspace:Workspace";
const ENDPOINT = "vpce-0123456789abcdef0";

async function recorded(args: ObservabilityArgs): Promise<readonly Recorded[]> {
  return await record(() => new Observability("observability", args));
}

test("there is no Managed Grafana unless it is asked for, as AWS's agreement does not cover it (X-14)", async () => {
  expect((await recorded(fullArguments)).filter(({ type, name }) => type.startsWith("aws:grafana/") || name.includes("grafana"))).toEqual([]);
});

/* Proves what the workspace is asked to be, and what its role may do. Does not prove that people can sign in: IAM Identity Center says who may. */
describe("Managed Grafana", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded({ ...bareArguments, grafana: { vpcEndpointIds: [ENDPOINT] } });
  });

  test("shows metrics of this account alone, to people of IAM Identity Center who come through the endpoint (S1-40)", () => {
    const { inputs, dependencies } = one(resources, WORKSPACE);
    expect(inputs).toMatchObject({
      name: "hipaa-test-grafana", accountAccessType: "CURRENT_ACCOUNT", authenticationProviders: ["AWS_SSO"], permissionType: "CUSTOMER_MANAGED", dataSources: ["CLOUDWATCH", "PROMETHEUS"],
      networkAccessControl: { prefixListIds: [], vpceIds: [ENDPOINT] }, tags: { DataClassification: "operational" },
    });
    expect(inputs).not.toHaveProperty("notificationDestinations");
    expect(dependencies.join(" ")).toContain("::observability-grafana-permission");
  });

  test("acts under a role that Grafana alone takes, for this account", () => {
    expect(statementsOf(one(resources, "aws:iam/role:Role").inputs["assumeRolePolicy"])).toMatchObject([
      { Principal: { Service: ["grafana.amazonaws.com"] }, Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } } },
    ]);
  });

  test("reads metrics of CloudWatch and of the platform's own Prometheus, and no log, trace or table", () => {
    const { policy } = one(resources, "aws:iam/policy:Policy").inputs;
    expect(statementsOf(policy).flatMap(({ Action }) => Action).map((action) => action.split(":")[0])).toEqual([...Array.from({ length: 6 }, () => "aps"), ...Array.from({ length: 3 }, () => "cloudwatch")]);
    expect(statement(policy, "ReadMetrics").Action).toEqual(["cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics", "cloudwatch:ListMetrics"]);
    expect(statement(policy, "QueryPrometheus")).toMatchObject({ Resource: ["arn:aws:aps:us-east-1:111122223333:workspace/*"], Condition: { StringEquals: { "aws:ResourceTag/Name": "hipaa-test" } } });
    expect(one(resources, "aws:amp/workspace:Workspace").inputs["tags"]).toMatchObject({ Name: "hipaa-test" });
  });
});
