import { describe, expect, test } from "vitest";
import { NatStrategy, SecureVpc, type SecureVpcArgs } from "../../../components/secure-vpc/index.ts";
import { all, one, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { networkArguments } from "./network-arguments.ts";

const EXCLUSION = "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion";
const OPTIONS = "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions";

const { deployment } = networkArguments;
const recovery: SecureVpcArgs = {
  deployment: { ...deployment, prefix: `${deployment.prefix}-dr`, region: deployment.recoveryRegion, recoveryRegion: deployment.region },
  zones: ["us-west-2a", "us-west-2b"],
  cidrBlock: "10.1.0.0/16",
  peerCidrs: ["10.0.0.0/16"],
  logsKeyArn: "arn:aws:kms:us-west-2:111122223333:key/logs",
};

async function recorded(...networks: readonly SecureVpcArgs[]): Promise<readonly Recorded[]> {
  return await record(() => networks.map((args) => new SecureVpc(args.deployment.prefix, args)));
}

/** Names that AWS takes once in an account or region. */
function physicalNames(resources: readonly Recorded[]): readonly string[] {
  return resources.flatMap(({ type, inputs }) => type.startsWith("aws:iam/") || type === "aws:cloudwatch/logGroup:LogGroup" || type === "aws:ec2/securityGroup:SecurityGroup"
    ? [inputs["name"]].filter((name) => typeof name === "string").map((name) => `${type} ${name}`) : []);
}

describe("a second network in the recovery region", () => {
  test("stands beside the first: no name is taken twice", async () => {
    const names = physicalNames(await recorded({ ...networkArguments, peerCidrs: ["10.1.0.0/16"] }, recovery));
    expect(names).toHaveLength(16);
    expect(new Set(names).size).toBe(names.length);
  });

  test("names services, zones and resources of its own region only", async () => {
    const resources = await recorded(recovery);
    expect(all(resources, "aws:ec2/vpcEndpoint:VpcEndpoint").filter(({ inputs }) => !String(inputs["serviceName"]).startsWith("com.amazonaws.us-west-2."))).toEqual([]);
    expect(JSON.stringify(resources.map(({ inputs }) => inputs))).not.toContain("us-east-1");
  });

  test("is refused with zones of the first", async () => {
    await expect(recorded({ ...recovery, zones: networkArguments.zones })).rejects.toThrow('zones[0] = "us-east-1a": a zone of the deployment\'s region us-west-2. Name one such as us-west-2a');
  });
});

describe("VPC Block Public Access", () => {
  test("is the account's own business unless asked for", async () => {
    expect(all(await recorded(networkArguments), OPTIONS)).toEqual([]);
  });

  test("lets NAT gateways out, and the internet to nothing but the public subnets", async () => {
    const resources = await recorded({ ...networkArguments, blockPublicAccess: true });
    expect(one(resources, OPTIONS).inputs).toEqual({ internetGatewayBlockMode: "block-ingress" });
    const exclusions = all(resources, EXCLUSION);
    expect(exclusions.map(({ inputs }) => inputs["internetGatewayExclusionMode"])).toEqual(["allow-bidirectional", "allow-bidirectional"]);
    expect(exclusions.map(({ dependencies }) => dependencies.map((urn) => urn.split("::").at(-1)))).toEqual([[`${deployment.prefix}-public-1`], [`${deployment.prefix}-public-2`]]);
  });

  test("comes after its exclusions, so that a web tier in use is never cut off", async () => {
    const resources = await recorded({ ...networkArguments, blockPublicAccess: true });
    expect(one(resources, OPTIONS).dependencies.toSorted()).toEqual(all(resources, EXCLUSION).map(({ urn }) => urn).toSorted());
  });

  test("shuts the internet gateway for good where nothing needs it", async () => {
    const resources = await recorded({ ...networkArguments, blockPublicAccess: true, natStrategy: NatStrategy.None, allowedCidrs: [] });
    expect(one(resources, OPTIONS).inputs).toEqual({ internetGatewayBlockMode: "block-bidirectional" });
    expect(all(resources, EXCLUSION)).toEqual([]);
  });
});
