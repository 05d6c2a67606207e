import { beforeAll, describe, expect, test } from "vitest";
import { recordStack } from "../../docs/generators/recorded-stack.ts";
import { BrokenPathError, type Hop, requestPath } from "../../docs/generators/request-path.ts";
import { roomsOf } from "../../docs/generators/room.ts";
import { parsed, stackFile } from "../stacks/stack-files.ts";
import type { Recorded } from "../support/pulumi-mocks.ts";

/** What each step leads to, by the component that holds it. */
const STEPS: readonly (readonly [says: RegExp, leadsTo: string, component: string])[] = [
  [/sign in/u, "aws:cognito/userPool:UserPool", "Identity"],
  [/past the web ACL/u, "aws:apigateway/restApi:RestApi", "ApiEdge"],
  [/authorizer/u, "aws:apigateway/authorizer:Authorizer", "ApiEdge"],
  [/enters the VPC/u, "aws:apigatewayv2/vpcLink:VpcLink", "ApiEdge"],
  [/internal load balancer/u, "aws:lb/loadBalancer:LoadBalancer", "ApiEdge"],
  [/target group$/u, "aws:lb/targetGroup:TargetGroup", "ApiEdge"],
  [/cluster's nodes/u, "aws:eks/cluster:Cluster", "PrivateEksCluster"],
  [/reach the database/u, "aws:rds/instance:Instance", "PhiDataStore"],
  [/PHI bucket/u, "aws:s3/bucket:Bucket", "PhiDataStore"],
  [/records table/u, "aws:dynamodb/table:Table", "PhiDataStore"],
];

/* Proves that resources name each other all the way. Does not prove that AWS lets a request pass, nor that pods register with the target group. */
describe("The way of a request through the whole platform (S1-01)", () => {
  let recording: readonly Recorded[] = [];
  let path: readonly Hop[] = [];
  const without = (unwanted: (resource: Recorded) => boolean): readonly Recorded[] => recording.filter((resource) => !unwanted(resource));
  const withInput = (type: string, input: string, value: unknown): readonly Recorded[] =>
    recording.map((resource) => (resource.type === type ? { ...resource, inputs: { ...resource.inputs, [input]: value } } : resource));
  beforeAll(async () => {
    recording = await recordStack(parsed(stackFile("dev")));
    path = requestPath(recording);
  }, 60_000);

  test("has these steps and no others", () => {
    expect(path.map(({ says }) => STEPS.findIndex(([pattern]) => pattern.test(says)))).toEqual([...STEPS.keys()]);
  });

  test.each(STEPS)("%s leads to %s", (says, leadsTo, component) => {
    const last = path.find((hop) => says.test(hop.says))?.by.at(-1);
    expect(last?.type).toBe(leadsTo);
    expect(roomsOf(recording).find(({ resources }) => resources.includes(last ?? fail(`no step ${says.source}`)))?.kind).toBe(component);
  });

  test("is broken without any one kind of resource that makes it", () => {
    const kinds = new Set(path.flatMap(({ by }) => by).map(({ type }) => type));
    expect(kinds.size).toBeGreaterThan(18);
    const survivors = [...kinds].filter((kind) => !isBroken(() => requestPath(without(({ type }) => type === kind))));
    expect(survivors).toEqual([]);
  });

  test.each([
    ["a load balancer that the internet reaches", "aws:lb/loadBalancer:LoadBalancer", "internal", false, "the load balancer is internal: hipaa-dev-api-balancer is not"],
    ["a target group on another port than workloads admit", "aws:lb/targetGroup:TargetGroup", "port", 1, "workloads admit the load balancer at the target group's port: nothing in the program does"],
    ["an endpoint to anybody's buckets", "aws:ec2/vpcEndpoint:VpcEndpoint", "policy", "{}", "workloads reach the PHI bucket by a gateway endpoint: the policy of hipaa-dev-network-s3 names no account whose stores it leads to"],
    ["a rule that admits more ports than one", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "toPort", 65_535, "hipaa-dev-api-balancer-group admits hipaa-dev-api-link-group at port 443 and no other: nothing in the program does"],
  ])("is broken by %s", (_what, type, input, value, message) => {
    expect(() => requestPath(withInput(type, input, value))).toThrow(new BrokenPathError(message));
  });

  test("is broken by a load balancer that admits another caller than the VPC link", () => {
    const rule = recording.find(({ name }) => name === "hipaa-dev-api-balancer-from-link") ?? fail("no rule");
    const another: Recorded = { ...rule, name: "from-elsewhere", urn: "from-elsewhere", inputDependencies: { securityGroupId: rule.inputDependencies["securityGroupId"] ?? [] } };
    expect(() => requestPath([...recording, another])).toThrow(new BrokenPathError("the load balancer admits the VPC link alone: from-elsewhere admits another"));
  });

  test("is broken by one method that asks nobody", () => {
    const [open] = path.flatMap(({ by }) => by).filter(({ type }) => type === "aws:apigateway/method:Method");
    const opened = recording.map((resource) => (resource === open ? { ...resource, inputDependencies: { ...resource.inputDependencies, authorizerId: [] } } : resource));
    expect(() => requestPath(opened)).toThrow(`every method asks the authorizer: ${open?.name ?? ""} does not`);
  });
});

function isBroken(walk: () => unknown): boolean {
  try {
    walk();
    return false;
  } catch (error) {
    return error instanceof BrokenPathError;
  }
}

function fail(message: string): never {
  throw new Error(message);
}
