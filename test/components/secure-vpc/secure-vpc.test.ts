import { beforeAll, describe, expect, test } from "vitest";
import { DatabaseEngine, NatStrategy, NetworkUse, SecureVpc, type SecureVpcArgs } from "../../../components/secure-vpc/index.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs, UNKNOWN } from "../../support/pulumi-mocks.ts";
import { networkArguments } from "./network-arguments.ts";

const SUBNET = "aws:ec2/subnet:Subnet";
const ROUTE = "aws:ec2/route:Route";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

async function recorded(changes: Partial<SecureVpcArgs> = {}, mode: "preview" | "up" = "preview"): Promise<readonly Recorded[]> {
  return await record(() => new SecureVpc("network", { ...networkArguments, ...changes }), { mode });
}

function urns(resources: readonly Recorded[], type: string, names: readonly string[]): readonly string[] {
  return names.map((name) => one(resources, type, name).urn);
}

describe("SecureVpc refuses", () => {
  const badArguments: Partial<SecureVpcArgs> = {
    zones: ["us-east-1a"], cidrBlock: "8.8.0.0/16", allowedCidrs: ["10.0.0.1/8"], additionalEndpoints: ["s3"], flowLogRetentionDays: 30,
  };

  test("every bad argument in one message, before anything is created", async () => {
    const refusal = recorded(badArguments);
    await expect(refusal).rejects.toThrow(/^network: 5 arguments cannot be used; nothing was created\.\n {2}- zones = .*\n {2}- cidrBlock = .*\n {2}- allowedCidrs\[0\] = .*\n {2}- additionalEndpoints\[0\] = .*\n {2}- flowLogRetentionDays = 30: .*$/u);
    const resources = await record(() => {
      expect(() => new SecureVpc("network", { ...networkArguments, ...badArguments })).toThrow("cannot be used");
    });
    expect(resources.map(({ type }) => type)).toEqual(["hipaa:index:SecureVpc"]);
  });

  test.each<readonly [string, Partial<SecureVpcArgs>, string]>([
    ["a range named twice", { allowedCidrs: ["10.0.0.0/8", "10.0.0.0/8"] }, 'allowedCidrs = ["10.0.0.0/8","10.0.0.0/8"]: each range once. Leave the second mention out'],
    ["a range that is none", { allowedCidrs: ["anywhere"] }, 'allowedCidrs[0] = "anywhere": a range in CIDR notation that starts at its own first address. Give one such as 203.0.113.0/24'],
    ["more pods than addresses", { demand: { maxNodes: 40, podsPerNode: 29 } }, "Give pods a range of their own (podCidrBlock: 100.64.0.0/16)"],
    ["a retention CloudWatch does not know", { flowLogRetentionDays: 366 }, "flowLogRetentionDays = 366:"],
  ])("%s", async (_, changes, message) => {
    await expect(recorded(changes)).rejects.toThrow(message);
  });

  test.each(["natStrategy", "databaseEngine"])("a %s outside the closed set, from callers without a compiler", async (argument) => {
    const foreign: Partial<SecureVpcArgs> = JSON.parse(`{ "${argument}": "other" }`);
    await expect(recorded(foreign)).rejects.toThrow(`${argument} = "other": one of `);
  });
});

describe("SecureVpc", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("makes the VPC with names of its own (S4-06, S4-13)", () => {
    expect(one(resources, "aws:ec2/vpc:Vpc").inputs).toMatchObject({ cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, enableDnsSupport: true });
  });

  test("lays three tiers out in two zones (S4-07 to S4-09, X-05)", () => {
    expect(Object.fromEntries(all(resources, SUBNET).map(({ name, inputs }) => [name, [inputs["availabilityZone"], inputs["cidrBlock"]]]))).toEqual({
      "network-public-1": ["us-east-1a", "10.0.1.0/24"], "network-public-2": ["us-east-1b", "10.0.2.0/24"],
      "network-private-1": ["us-east-1a", "10.0.10.0/24"], "network-private-2": ["us-east-1b", "10.0.11.0/24"],
      "network-isolated-1": ["us-east-1a", "10.0.20.0/24"], "network-isolated-2": ["us-east-1b", "10.0.21.0/24"],
    });
  });

  test("gives no subnet automatic public addresses, not even the public ones (X-19)", () => {
    expect(all(resources, SUBNET).map(({ inputs }) => inputs["mapPublicIpOnLaunch"])).toEqual(Array.from({ length: 6 }, () => false));
  });

  test("routes no isolated subnet anywhere (S4-22, S5-04)", () => {
    expect(all(resources, ROUTE).map(({ name }) => name).sort()).toEqual(["network-private-1", "network-private-2", "network-public-1", "network-public-2"]);
  });

  test("records why the public tier has a route to the internet, and gives no other table one (X-19)", () => {
    const tables = all(resources, "aws:ec2/routeTable:RouteTable").filter(({ inputs }) => JSON.stringify(inputs["tags"]).includes("InternetRoute"));
    expect(tables.map(({ name }) => name)).toEqual(["network-public-1", "network-public-2"]);
    expect(tables[0]?.inputs["tags"]).toMatchObject({ Name: "network-public-1", InternetRoute: expect.stringMatching(/^[\w .:/=+\-@]{20,256}$/u) });
    const toTheInternet = all(resources, ROUTE).filter(({ inputs }) => inputs["gatewayId"] !== undefined).map(({ name }) => name);
    expect(new Set(toTheInternet)).toEqual(new Set(["network-public-1", "network-public-2"]));
  });

  test("puts a NAT gateway in each zone (S4-11)", () => {
    expect(all(resources, "aws:ec2/natGateway:NatGateway").map(({ name }) => name)).toEqual(["network-1", "network-2"]);
  });

  test("closes the default security group", () => {
    expect(one(resources, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").inputs).toMatchObject({ ingress: [], egress: [] });
  });

  test("has no rule inside a group, where it would fight with the rules outside", () => {
    for (const group of all(resources, GROUP)) {
      expect(group.inputs, group.name).not.toHaveProperty("ingress");
      expect(group.inputs, group.name).not.toHaveProperty("egress");
      expect(group.inputs, group.name).toMatchObject({ revokeRulesOnDelete: true });
    }
  });

  test("lets nothing out to everywhere (S4-17, S4-19)", () => {
    expect(all(resources, EGRESS).filter(({ inputs }) => inputs["cidrIpv4"] !== undefined || inputs["ipProtocol"] === "-1")).toEqual([]);
  });

  test("takes from the internet what the web tier serves, and nothing else (S4-15, S4-16, S4-23)", () => {
    expect(all(resources, INGRESS).filter(({ inputs }) => inputs["cidrIpv4"] !== undefined).map(({ inputs }) => [inputs["cidrIpv4"], inputs["fromPort"], inputs["toPort"]]))
      .toEqual([["0.0.0.0/0", 443, 443], ["0.0.0.0/0", 80, 80]]);
  });

  test("reaches S3 and DynamoDB without NAT, from private and isolated subnets (S5-07)", () => {
    for (const service of ["s3", "dynamodb"]) {
      const endpoint = one(resources, ENDPOINT, `network-${service}`);
      expect(endpoint.inputs).toMatchObject({ vpcEndpointType: "Gateway", serviceName: `com.amazonaws.us-east-1.${service}` });
      const tables = ["network-private-1", "network-private-2", "network-isolated-1", "network-isolated-2"];
      expect(endpoint.dependencies).toEqual(expect.arrayContaining([...urns(resources, "aws:ec2/routeTable:RouteTable", tables)]));
      expect(endpoint.dependencies).toHaveLength(tables.length + 1);
    }
  });

  test("reaches every other service under its own name, from each zone", () => {
    const interfaces = all(resources, ENDPOINT).filter(({ inputs }) => inputs["vpcEndpointType"] === "Interface");
    expect(interfaces).toHaveLength(15);
    for (const endpoint of interfaces) {
      expect(endpoint.inputs, endpoint.name).toMatchObject({ privateDnsEnabled: true, subnetIds: [UNKNOWN, UNKNOWN], securityGroupIds: [UNKNOWN] });
    }
  });

  test("has every policy known before anything exists", () => {
    const documents = policyDocuments(resources);
    expect(documents).toHaveLength(20);
    for (const { resource, document } of documents) {
      expect(() => JSON.parse(String(document)), resource).not.toThrow();
    }
  });

  test("has no network ACL unless asked", () => {
    expect(all(resources, "aws:ec2/networkAcl:NetworkAcl")).toEqual([]);
  });
});

describe("SecureVpc's dependencies", () => {
  const subnetGroup = "aws:test:SubnetGroup";
  async function dependenciesOf(field: "isolatedSubnetIds" | "nodeSubnetIds" | "privateSubnetIds", changes: Partial<SecureVpcArgs> = {}): Promise<readonly string[]> {
    const { CustomResource } = await import("@pulumi/pulumi");
    class Attached extends CustomResource {
      constructor(network: SecureVpc) {
        super(subnetGroup, "attached", { subnetIds: network[field] });
      }
    }
    const resources = await record(() => new Attached(new SecureVpc("network", { ...networkArguments, ...changes })));
    return one(resources, subnetGroup).dependencies.map((urn) => urn.split("$").at(-1) ?? urn);
  }

  test("take no subnet of one tier for one of another", async () => {
    expect(await dependenciesOf("isolatedSubnetIds")).toEqual([`${SUBNET}::network-isolated-1`, `${SUBNET}::network-isolated-2`]);
  });

  test("make nodes wait for routes, endpoints and rules", async () => {
    const dependencies = await dependenciesOf("nodeSubnetIds");
    expect(dependencies).toEqual(expect.arrayContaining([
      `${SUBNET}::network-private-1`, `${ROUTE}::network-private-1`, `${ROUTE}::network-private-2`, `${ENDPOINT}::network-sts`, `${ENDPOINT}::network-s3`, `${EGRESS}::network-app-to-endpoints`,
    ]));
    expect(dependencies.filter((dependency) => dependency.startsWith(SUBNET))).toHaveLength(2);
  });

  test("do not make the control plane wait for them", async () => {
    expect(await dependenciesOf("privateSubnetIds")).toEqual([`${SUBNET}::network-private-1`, `${SUBNET}::network-private-2`]);
  });

  test("know no route without NAT gateways", async () => {
    const dependencies = await dependenciesOf("nodeSubnetIds", { natStrategy: NatStrategy.None });
    expect(dependencies.filter((dependency) => dependency.startsWith(ROUTE))).toEqual([]);
  });
});

describe("SecureVpc with options", () => {
  test.each([[NatStrategy.OnePerAz, 2, 4], [NatStrategy.Single, 1, 4], [NatStrategy.None, 0, 2]])("NAT %s: %d gateways, %d routes", async (natStrategy, gateways, routes) => {
    const resources = await recorded({ natStrategy });
    expect(all(resources, "aws:ec2/natGateway:NatGateway")).toHaveLength(gateways);
    expect(all(resources, ROUTE)).toHaveLength(routes);
  });

  test("gives pods subnets with the private subnets' routes, which the network plugin finds by tag (X-04)", async () => {
    const resources = await recorded({ podCidrBlock: "100.64.0.0/16" });
    expect(one(resources, "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation").inputs["cidrBlock"]).toBe("100.64.0.0/16");
    expect(one(resources, SUBNET, "network-pods-2").inputs).toMatchObject({
      availabilityZone: "us-east-1b", cidrBlock: "100.64.64.0/18", mapPublicIpOnLaunch: false, tags: { "kubernetes.io/role/cni": "1" },
    });
    expect(one(resources, "aws:ec2/routeTableAssociation:RouteTableAssociation", "network-pods-2").dependencies.toSorted()).toEqual([
      ...urns(resources, "aws:ec2/routeTable:RouteTable", ["network-private-2"]), ...urns(resources, SUBNET, ["network-pods-2"]),
    ].toSorted());
  });

  test.each<readonly [string, Partial<SecureVpcArgs>, number]>([
    ["the engine in use", { databaseEngine: DatabaseEngine.Mysql }, 3306], ["the database where it is not the engine's", { databasePort: 6033 }, 6033],
  ])("opens the port of %s (S4-21, X-06)", async (_, changes, port) => {
    const resources = await recorded(changes);
    expect(one(resources, INGRESS, "network-db-from-app").inputs).toMatchObject({ fromPort: port, toPort: port });
  });

  test("lets workloads out to named partners alone (S2-07, S4-19)", async () => {
    const resources = await recorded({ outboundCidrs: ["203.0.113.0/28"] });
    expect(all(resources, EGRESS).filter(({ inputs }) => inputs["cidrIpv4"] !== undefined).map(({ inputs }) => [inputs["cidrIpv4"], inputs["fromPort"], inputs["toPort"]])).toEqual([["203.0.113.0/28", 443, 443]]);
  });

  test("makes endpoints for what runs in the network, and for nothing else", async () => {
    const resources = await recorded({ uses: [NetworkUse.Records] });
    expect(all(resources, ENDPOINT).map(({ name }) => name)).toEqual(["network-s3", "network-dynamodb", "network-kms", "network-secretsmanager", "network-ssm", "network-sts"]);
  });

  test("admits an organisation to the endpoints where there is one", async () => {
    const resources = await recorded({ organizationId: "o-abcde12345" });
    expect(all(resources, ENDPOINT).filter(({ inputs }) => !String(inputs["policy"]).includes('"aws:PrincipalOrgID":"o-abcde12345"'))).toEqual([]);
  });

  test("admits to the web tier whom the stack names (S5-05)", async () => {
    const resources = await recorded({ allowedCidrs: ["203.0.113.0/24"] });
    expect(all(resources, INGRESS).flatMap(({ inputs }) => inputs["cidrIpv4"] ?? [])).toEqual(["203.0.113.0/24", "203.0.113.0/24"]);
  });

  test("puts every subnet under an ACL of its tier, pods with the private ones (S4-24)", async () => {
    const resources = await recorded({ enableNacls: true, podCidrBlock: "100.64.0.0/16" });
    const subnetsOf = (tier: string) => one(resources, "aws:ec2/networkAcl:NetworkAcl", `network-${tier}`).dependencies.filter((urn) => urn.includes(SUBNET)).length;
    expect([subnetsOf("public"), subnetsOf("private"), subnetsOf("isolated")]).toEqual([2, 4, 2]);
  });

  test("spreads over four zones", async () => {
    const resources = await recorded({ zones: ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"] });
    expect(all(resources, SUBNET)).toHaveLength(12);
    expect(one(resources, SUBNET, "network-isolated-4").inputs["cidrBlock"]).toBe("10.0.23.0/24");
  });
});

describe("SecureVpc's outputs", () => {
  test("are its public fields, with one subnet a zone even before they exist (S4-91, S4-92)", async () => {
    const networks: SecureVpc[] = [];
    const resources = await record(() => networks.push(new SecureVpc("network", networkArguments)));
    expect(registeredOutputs(resources, "hipaa:index:SecureVpc")).toEqual(networks.flatMap(publicFields));
    expect(one(resources, "hipaa:index:SecureVpc").outputs).toMatchObject({
      vpcId: UNKNOWN, vpcCidrBlock: "10.0.0.0/16", publicSubnetIds: [UNKNOWN, UNKNOWN], isolatedSubnetIds: [UNKNOWN, UNKNOWN], podSubnetIds: [],
      flowLogGroupName: "/aws/vpc/hipaa-test/flow-logs", dnsLogGroupName: "/aws/vpc/hipaa-test/dns-queries", privateRouteIds: [UNKNOWN, UNKNOWN], natGatewayIds: [UNKNOWN, UNKNOWN],
    });
  });

  test.each([[NatStrategy.Single, ["network-1-id"]], [NatStrategy.None, []]])("have as many NAT gateways as there are: %s", async (natStrategy, ids) => {
    expect(one(await recorded({ natStrategy }, "up"), "hipaa:index:SecureVpc").outputs?.["natGatewayIds"]).toEqual(ids);
  });

  test("are the ids of what they are called after", async () => {
    const outputs = one(await recorded({ podCidrBlock: "100.64.0.0/16" }, "up"), "hipaa:index:SecureVpc").outputs;
    expect(outputs).toMatchObject({
      vpcId: "network-id",
      publicSubnetIds: ["network-public-1-id", "network-public-2-id"], privateSubnetIds: ["network-private-1-id", "network-private-2-id"],
      nodeSubnetIds: ["network-private-1-id", "network-private-2-id"], isolatedSubnetIds: ["network-isolated-1-id", "network-isolated-2-id"],
      podSubnetIds: ["network-pods-1-id", "network-pods-2-id"],
      publicRouteTableIds: ["network-public-1-id", "network-public-2-id"], privateRouteIds: ["network-private-1-id", "network-private-2-id"], privateRouteTableIds: ["network-private-1-id", "network-private-2-id"],
      isolatedRouteTableIds: ["network-isolated-1-id", "network-isolated-2-id"],
      webSecurityGroupId: "network-web-id", appSecurityGroupId: "network-app-id", databaseSecurityGroupId: "network-db-id", endpointSecurityGroupId: "network-endpoints-id",
      natGatewayIds: ["network-1-id", "network-2-id"],
    });
    expect(outputs?.["interfaceEndpointIds"]).toMatchObject({ kms: "network-kms-id", sts: "network-sts-id" });
  });
});
