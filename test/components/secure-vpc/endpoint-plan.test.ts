import { describe, expect, test } from "vitest";
import { dynamodbEndpointPolicy, endpointProblems, interfaceEndpointPolicy, interfaceEndpoints, s3EndpointPolicy } from "../../../components/secure-vpc/endpoint-plan.ts";
import { statementsOf } from "../../support/policy-statements.ts";
import { networkArguments } from "./network-arguments.ts";

const { deployment } = networkArguments;
const own = { "aws:PrincipalAccount": "111122223333" };
const both = { ...own, "aws:ResourceAccount": "111122223333" };

describe("interfaceEndpoints", () => {
  test("holds everything that a cluster without a way out needs (S5-07)", () => {
    expect(interfaceEndpoints([]).map(({ service }) => service)).toEqual([
      "autoscaling", "ec2", "ec2messages", "ecr.api", "ecr.dkr", "eks", "eks-auth", "elasticloadbalancing", "kms", "logs", "monitoring", "secretsmanager", "ssm",
      "ssmmessages", "sts",
    ]);
  });

  test("gives each a reason", () => {
    expect(interfaceEndpoints(["bedrock-runtime"]).filter(({ reason }) => reason.length < 10)).toEqual([]);
  });

  test("adds what the stack asks for, once", () => {
    const services = interfaceEndpoints(["bedrock-runtime", "kms"]).map(({ service }) => service);
    expect(services).toHaveLength(16);
    expect(services).toContain("bedrock-runtime");
    expect(new Set(services).size).toBe(16);
  });
});

describe("endpointProblems", () => {
  test.each(["s3", "dynamodb"])("refuses %s, which has a gateway endpoint", (service) => {
    expect(endpointProblems([service])).toMatchObject([{ argument: "additionalEndpoints[0]", value: service, change: "Leave it out" }]);
  });

  test.each(["com.amazonaws.us-east-1/kms", "KMS", "", "kms endpoint"])("refuses %j, which names no service", (service) => {
    expect(endpointProblems(["sqs", service])).toMatchObject([{ argument: "additionalEndpoints[1]", value: service }]);
  });

  test("accepts services as AWS names them", () => {
    expect(endpointProblems(["bedrock-runtime", "sagemaker.api", "xray"])).toEqual([]);
  });
});

describe("endpoint policies", () => {
  test.each(interfaceEndpoints(["sns", "bedrock-runtime"]).map(({ service }) => service))("%s admits this account's principals only", (service) => {
    const [statement] = statementsOf(interfaceEndpointPolicy(deployment, service));
    expect(statement?.Condition?.["StringEquals"]).toMatchObject(own);
  });

  test.each(["kms", "logs", "monitoring", "secretsmanager", "sns"])("%s reaches this account's resources only", (service) => {
    expect(statementsOf(interfaceEndpointPolicy(deployment, service))).toMatchObject([{ Condition: { StringEquals: both } }]);
  });

  test.each(["ecr.dkr", "ssm", "ec2"])("%s also reaches what AWS owns: images, parameters, machine images", (service) => {
    expect(statementsOf(interfaceEndpointPolicy(deployment, service))[0]?.Condition).toEqual({ StringEquals: own });
  });

  test("sts lets tokens be exchanged for roles of this account, and nothing more, without credentials", () => {
    expect(statementsOf(interfaceEndpointPolicy(deployment, "sts")).slice(1)).toMatchObject([{
      Principal: "*", Action: ["sts:AssumeRoleWithWebIdentity"], Resource: ["arn:aws:iam::111122223333:role/*"],
    }]);
  });

  test("S3 takes data to this account's buckets only, and reads images and packages from AWS's own", () => {
    const [ours, theirs, ...rest] = statementsOf(s3EndpointPolicy(deployment));
    expect(rest).toEqual([]);
    expect(ours?.Condition).toEqual({ StringEquals: both });
    expect(theirs?.Action).toEqual(["s3:GetObject"]);
    expect(theirs?.Resource).toContain("arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*");
    expect(theirs?.Resource?.every((resource) => resource.includes("us-east-1") && resource.endsWith("/*"))).toBe(true);
  });

  test("DynamoDB takes data to this account's tables only", () => {
    expect(statementsOf(dynamodbEndpointPolicy(deployment))).toMatchObject([{ Condition: { StringEquals: both } }]);
  });
});
