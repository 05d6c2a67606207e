import { describe, expect, test } from "vitest";
import { NetworkUse } from "../../../components/secure-vpc/endpoint-needs.ts";
import { neededServices } from "../../../components/secure-vpc/endpoint-plan.ts";
import { dynamodbEndpointPolicy, interfaceEndpointPolicy, ORGANIZATION_ID, s3EndpointPolicy } from "../../../components/secure-vpc/endpoint-policies.ts";
import { statementsOf } from "../../support/policy-statements.ts";
import { networkArguments } from "./network-arguments.ts";

const { deployment } = networkArguments;
const owner = { deployment, organizationId: undefined };
const own = { "aws:PrincipalAccount": "111122223333" };
const both = { ...own, "aws:ResourceAccount": "111122223333" };

describe("endpoint policies", () => {
  test.each([...neededServices(Object.values(NetworkUse)).keys()].filter((service) => service !== "grafana-workspace"))("%s admits this account's principals only", (service) => {
    const [statement] = statementsOf(interfaceEndpointPolicy(owner, service));
    expect(statement?.Condition?.["StringEquals"]).toMatchObject(own);
  });

  test.each(["kms", "logs", "monitoring", "secretsmanager", "sns"])("%s reaches this account's resources only", (service) => {
    expect(statementsOf(interfaceEndpointPolicy(owner, service))).toMatchObject([{ Condition: { StringEquals: both } }]);
  });

  test.each(["ecr.dkr", "ssm", "ec2"])("%s also reaches what AWS owns: images, parameters, machine images", (service) => {
    expect(statementsOf(interfaceEndpointPolicy(owner, service))[0]?.Condition).toEqual({ StringEquals: own });
  });

  test("grafana-workspace takes people, who have no credentials of AWS, to this account's workspaces only", () => {
    expect(statementsOf(interfaceEndpointPolicy(owner, "grafana-workspace"))).toMatchObject([{ Condition: { StringEquals: { "aws:ResourceAccount": "111122223333" } } }]);
    expect(statementsOf(interfaceEndpointPolicy({ deployment, organizationId: "o-abcde12345" }, "grafana-workspace"))[0]?.Condition).toEqual({ StringEquals: { "aws:ResourceOrgID": "o-abcde12345" } });
  });

  test("sts lets tokens be exchanged for roles of this account, and nothing more, without credentials", () => {
    expect(statementsOf(interfaceEndpointPolicy(owner, "sts")).slice(1)).toMatchObject([{
      Principal: "*", Action: ["sts:AssumeRoleWithWebIdentity"], Resource: ["arn:aws:iam::111122223333:role/*"],
    }]);
  });

  test("S3 takes data to this account's buckets only, and reads images and packages from AWS's own", () => {
    const [ours, theirs, ...rest] = statementsOf(s3EndpointPolicy(owner));
    expect(rest).toEqual([]);
    expect(ours?.Condition).toEqual({ StringEquals: both });
    expect(theirs?.Action).toEqual(["s3:GetObject"]);
    expect(theirs?.Resource).toContain("arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*");
    expect(theirs?.Resource?.every((resource) => resource.includes("us-east-1") && resource.endsWith("/*"))).toBe(true);
  });

  test("DynamoDB takes data to this account's tables only", () => {
    expect(statementsOf(dynamodbEndpointPolicy(owner))).toMatchObject([{ Condition: { StringEquals: both } }]);
  });

  test("let the organisation's principals through to the organisation's resources when there is one", () => {
    const organization = { deployment, organizationId: "o-abcde12345" };
    const theirs = { StringEquals: { "aws:PrincipalOrgID": "o-abcde12345", "aws:ResourceOrgID": "o-abcde12345" } };
    expect(statementsOf(dynamodbEndpointPolicy(organization))).toMatchObject([{ Condition: theirs }]);
    expect(statementsOf(s3EndpointPolicy(organization))[0]?.Condition).toEqual(theirs);
    expect(statementsOf(interfaceEndpointPolicy(organization, "ec2"))[0]?.Condition).toEqual({ StringEquals: { "aws:PrincipalOrgID": "o-abcde12345" } });
  });

  test("fit into what AWS takes, 20,480 characters, under the longest names", () => {
    const longest = { deployment: { ...deployment, prefix: "a".repeat(20), region: "ap-southeast-1" }, organizationId: `o-${"a".repeat(32)}` };
    expect(Math.max(s3EndpointPolicy(longest).length, interfaceEndpointPolicy(longest, "sts").length)).toBeLessThan(20_480);
  });
});

describe("ORGANIZATION_ID", () => {
  test.each([["o-abcde12345", true], ["o-abc", false], ["123456789012", false], ["O-ABCDE12345", false]])("%s: %s", (id, valid) => {
    expect(ORGANIZATION_ID.test(id)).toBe(valid);
  });
});
