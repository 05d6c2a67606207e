import { describe, expect, test } from "vitest";
import { isList, isProperties, type Properties, RESOURCE_REFERENCE, SIGNATURE, UNKNOWN, type Value } from "../../../sandbox/wire.ts";
import { FakeEngine, identity, type Phase } from "./fake-engine.ts";
import { FakeProgram } from "./fake-program.ts";
import { recordedOutputs, recordedScenarios } from "./recorded-scenarios.ts";

interface Answer {
  readonly outputs: Properties;
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
}

/** What each component of a recorded scenario answers, by component type. */
async function answersOf(phase: Phase, name: string, file: string): Promise<Readonly<Record<string, Answer>>> {
  const scenario = recordedScenarios(file).find((candidate) => candidate.name === name);
  const engine = new FakeEngine(phase);
  try {
    const program = new FakeProgram(engine, await engine.start());
    const created = [];
    for (const component of scenario?.components ?? []) {
      created.push([component.type, await program.create(component)] as const);
    }
    return Object.fromEntries(created);
  } finally {
    engine.stop();
  }
}

/** The shape of a value, as the recordings write it. */
function shape(value: Value | undefined): unknown {
  if (isList(value)) {
    return { array: value.length, of: value.length === 0 ? null : shape(value[0]) };
  }
  if (!isProperties(value)) {
    return value === undefined ? "undefined" : typeof value;
  }
  if (value[SIGNATURE] === RESOURCE_REFERENCE) {
    const urn = value["urn"];
    return { resource: identity(typeof urn === "string" ? urn : "").split("::")[0] };
  }
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, shape(entry)]));
}

describe.each(Object.entries(recordedOutputs()))("%s", (type, recorded) => {
  test("a first preview knows the outputs the published component knows, and no more", async () => {
    const outputs: Properties = (await answersOf("preview", "linked-vpc-eks-mng", "linked"))[type]?.outputs ?? {};
    const known = Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== UNKNOWN).map(([name, value]) => [name, shape(value)]));
    expect(known).toEqual(Object.fromEntries(Object.entries(recorded).filter(([, { firstPreview }]) => firstPreview !== "unknown").map(([name, { firstPreview }]) => [name, firstPreview])));
  });

  test("after up the outputs have the recorded shapes", async () => {
    const outputs: Properties = (await answersOf("up", "linked-vpc-eks-mng", "linked"))[type]?.outputs ?? {};
    expect(Object.fromEntries(Object.keys(recorded).map((name) => [name, shape(outputs[name])]))).toEqual(Object.fromEntries(Object.entries(recorded).map(([name, { afterUp }]) => [name, afterUp])));
    expect(Object.keys(outputs).filter((name) => recorded[name] === undefined)).toEqual([]);
  });
});

test("values of the VPC component depend on the VPC and its subnets, not on routes or gateways", async () => {
  const dependencies = (await answersOf("up", "linked-vpc-eks-mng", "linked"))["awsx:ec2:Vpc"]?.dependencies;
  const types = new Set(dependencies?.get("privateSubnetIds")?.map((urn) => identity(urn).split("::")[0]));
  expect(types).toEqual(new Set(["aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet"]));
});

test("the issuer is the provider's address without its scheme", async () => {
  const outputs = (await answersOf("up", "linked-vpc-eks-mng", "linked"))["eks:index:Cluster"]?.outputs ?? {};
  expect(outputs).toMatchObject({ oidcProviderUrl: "https://oidc.eks.us-east-1.amazonaws.com/id/KUBE", oidcIssuer: "oidc.eks.us-east-1.amazonaws.com/id/KUBE" });
});

test("without default groups the cluster answers with the group that EKS makes, known after up alone", async () => {
  const previewed = (await answersOf("preview", "eks-cluster-skip-default-sgs", "eks"))["eks:index:Cluster"]?.outputs ?? {};
  expect(previewed).toMatchObject({ clusterSecurityGroupId: UNKNOWN, nodeSecurityGroupId: UNKNOWN, clusterIngressRuleId: "" });
  expect(Object.keys(previewed)).not.toContain("clusterSecurityGroup");
  const after = (await answersOf("up", "eks-cluster-skip-default-sgs", "eks"))["eks:index:Cluster"]?.outputs ?? {};
  expect(after).toMatchObject({ clusterSecurityGroupId: "sg-of-main-eksCluster", nodeSecurityGroupId: "sg-of-main-eksCluster" });
});

test("with an OIDC provider its ARN is unknown at a first preview", async () => {
  expect((await answersOf("preview", "eks-cluster-oidc", "eks"))["eks:index:Cluster"]?.outputs["oidcProviderArn"]).toBe(UNKNOWN);
});
