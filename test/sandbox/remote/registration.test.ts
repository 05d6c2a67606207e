import aliasPb from "@pulumi/pulumi/proto/alias_pb.js";
import type providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import type resourcePb from "@pulumi/pulumi/proto/resource_pb.js";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { fromStruct, isProperties, OUTPUT_VALUE, SECRET, SIGNATURE, toStruct, UNKNOWN } from "../../../sandbox/wire.ts";
import { FakeEngine, identity, type Phase } from "./fake-engine.ts";
import { FakeProgram } from "./fake-program.ts";
import { type RecordedComponent, recordedScenarios } from "./recorded-scenarios.ts";

const require = createRequire(import.meta.url);

/** Creates the components of a recorded scenario with more options on each. */
async function create(file: string, name: string, adjust: (request: providerPb.ConstructRequest) => void, phase: Phase = "up", prepare: (engine: FakeEngine) => void = () => undefined): Promise<FakeEngine> {
  const engine = new FakeEngine(phase);
  prepare(engine);
  try {
    const program = new FakeProgram(engine, await engine.start());
    const components: readonly RecordedComponent[] = recordedScenarios(file).find((scenario) => scenario.name === name)?.components ?? [];
    for (const component of components) {
      await program.create(component, adjust);
    }
    return engine;
  } finally {
    engine.stop();
  }
}

test("an explicit AWS provider is used by every AWS child, by nothing else, and handed to inner components", async () => {
  const reference = "urn:pulumi:test::project::pulumi:providers:aws::east::id";
  const engine = await create("linked", "linked-vpc-eks-mng", (request) => { request.getProvidersMap().set("aws", reference); });
  const byProvider = Map.groupBy(engine.registrations, (request) => request.getProvider());
  expect([...byProvider.keys()].sort()).toEqual(["", reference].sort());
  expect(new Set(byProvider.get(reference)?.map((request) => request.getType().split(":")[0]))).toEqual(new Set(["aws"]));
  expect(byProvider.get("")?.filter((request) => request.getType().startsWith("aws:"))).toEqual([]);
  const cni = engine.registrations.find((request) => request.getType() === "eks:index:VpcCniAddon");
  expect(cni?.getProvidersMap().get("aws")).toBe(reference);
  expect(cni?.getProvidersMap().get("kubernetes")).toContain("$pulumi:providers:kubernetes::kube-eks-k8s::");
});

test("without one the default provider of the installed SDK serves the children", async () => {
  const engine = await create("linked", "linked-vpc-eks-mng", () => undefined);
  const versions = new Set(engine.registrations.filter((request) => request.getType().startsWith("aws:")).map((request) => request.getVersion()));
  const manifest: { readonly version: string } = require("@pulumi/aws/package.json");
  expect(versions).toEqual(new Set([manifest.version]));
});

test("protect reaches every child; aliases, retain and ignored changes stay with the component", async () => {
  const engine = await create("awsx-vpc", "awsx-vpc-2az-none", (request) => {
    request.setProtect(true).setRetainondelete(true).setIgnorechangesList(["tags"]).setAliasesList([new aliasPb.Alias().setUrn("urn:pulumi:test::project::old::main")]);
  });
  expect(engine.registrations.every((request) => request.getProtect() === true)).toBe(true);
  expect(engine.registrations.filter((request) => request.getRetainondelete() === true).map((request) => request.getType())).toEqual(["awsx:ec2:Vpc"]);
  expect(engine.registrations.filter((request) => request.getAliasesList().length > 0).map((request) => request.getType())).toEqual(["awsx:ec2:Vpc"]);
  expect(engine.registrations.filter((request) => request.getIgnorechangesList().length > 0).map((request) => request.getType())).toEqual(["awsx:ec2:Vpc"]);
});

test("a cluster that keeps EKS's own network plugin, or gets it from the program, has no add-on for it", async () => {
  const engine = await create("eks", "eks-cluster", (request) => { request.setInputs(toStruct({ ...fromStruct(request.getInputs()), useDefaultVpcCni: true })); });
  const addons = engine.registrations.filter((request) => request.getType().endsWith("Addon")).map((request) => request.getName());
  expect(addons).toContain("main-kube-proxy");
  expect(addons).not.toContain("main-vpc-cni");
});

test("each property names the resources it came from", async () => {
  const engine = await create("eks", "eks-cluster", () => undefined);
  const cluster = engine.registrations.find((request) => request.getType() === "aws:eks/cluster:Cluster");
  const sources = Object.fromEntries([...cluster?.getPropertydependenciesMap().entries() ?? []].map(([property, urns]) => [property, urns.getUrnsList().map(identity)]));
  expect(sources).toMatchObject({
    encryptionConfig: ["aws:kms/key:Key::key"],
    roleArn: ["aws:iam/role:Role::main-eksRole-role"],
    vpcConfig: ["aws:ec2/securityGroup:SecurityGroup::main-eksClusterSecurityGroup"],
    version: [],
  });
});

test("a secret argument stays secret in the child it ends up in", async () => {
  const secret = { [SIGNATURE]: OUTPUT_VALUE, value: "arn:aws:kms:secret", secret: true };
  const engine = await create("eks", "eks-cluster", (request) => { request.setInputs(toStruct({ ...fromStruct(request.getInputs()), encryptionConfigKeyArn: secret })); });
  const cluster = engine.registrations.find((request) => request.getType() === "aws:eks/cluster:Cluster");
  const config = fromStruct(cluster?.getObject())["encryptionConfig"];
  expect(isProperties(config) ? config[SIGNATURE] : undefined).toBe(SECRET);
});

describe("a role given as an output", () => {
  const policy = "urn:pulumi:test::project::aws:iam/rolePolicyAttachment:RolePolicyAttachment::policy";
  const registeredWith = async (phase: Phase): Promise<resourcePb.RegisterResourceRequest | undefined> => {
    const engine = await create("eks", "eks-cluster-own-service-role", (request) => {
      const inputs = fromStruct(request.getInputs());
      const role = inputs["serviceRole"] ?? null;
      request.setInputs(toStruct({ ...inputs, serviceRole: { [SIGNATURE]: OUTPUT_VALUE, dependencies: [policy], ...(phase === "preview" ? {} : { value: role }) } }));
    }, phase);
    return engine.registrations.find((request) => request.getType() === "aws:eks/cluster:Cluster");
  };

  test("is waited for with all it depends on", async () => {
    const cluster = await registeredWith("up");
    expect(fromStruct(cluster?.getObject())["roleArn"]).toBe("${aws:iam/role:Role::admin.arn}");
    expect(cluster?.getPropertydependenciesMap().get("roleArn")?.getUrnsList().map(identity).sort()).toEqual(["aws:iam/role:Role::admin", "aws:iam/rolePolicyAttachment:RolePolicyAttachment::policy"]);
  });

  test("is unknown while the output is", async () => {
    const cluster = await registeredWith("preview");
    expect(fromStruct(cluster?.getObject())["roleArn"]).toBe(UNKNOWN);
    expect(cluster?.getPropertydependenciesMap().get("roleArn")?.getUrnsList()).toEqual([policy]);
  });
});

test("subnets of a node group given one by one are unknown together", async () => {
  const engine = await create("eks", "eks-mng-plain", (request) => {
    if (request.getType() === "eks:index:ManagedNodeGroup") {
      request.setInputs(toStruct({ ...fromStruct(request.getInputs()), subnetIds: ["subnet-1", { [SIGNATURE]: OUTPUT_VALUE, dependencies: [] }] }));
    }
  }, "preview");
  const nodeGroup = engine.registrations.find((request) => request.getType() === "aws:eks/nodeGroup:NodeGroup");
  expect(fromStruct(nodeGroup?.getObject())["subnetIds"]).toBe(UNKNOWN);
});

describe.each([["awsx-vpc", "awsx-vpc-2az-oneperaz"], ["eks", "eks-cluster-oidc"]] as const)("a child of %s that fails", (file, scenario) => {
  const resources = Object.entries(recordedScenarios(file).find(({ name }) => name === scenario)?.resources ?? {}).filter(([, { parent }]) => parent !== undefined);

  test.each(resources)("%s: fails the component by name, and what needs the child is not registered", async (key, { type, name }) => {
    let engine: FakeEngine | undefined;
    await expect(create(file, scenario, () => undefined, "up", (made) => {
      engine = made;
      made.failing.add(key);
    })).rejects.toThrow(`resource ${name} [${type}] was not registered`);
    const registered = new Set(engine?.registrations.map((request) => `${request.getType()}::${request.getName()}`));
    const needing = resources.filter(([, { parent, dependsOn = [] }]) => parent === key || dependsOn.includes(key)).map(([dependent]) => dependent);
    expect(registered).toContain(key);
    expect(needing.filter((dependent) => registered.has(dependent))).toEqual([]);
  });
});

test("inner components are finished with their outputs, the VPC component is not", async () => {
  const engine = await create("linked", "linked-vpc-eks-mng", () => undefined);
  const finished = [...engine.registeredOutputs.keys()].map(identity).sort();
  expect(finished).toEqual(["eks:index:Cluster::kube", "eks:index:ManagedNodeGroup::workers", "eks:index:ServiceRole::kube-eksRole", "eks:index:VpcCniAddon::kube-vpc-cni"]);
});
