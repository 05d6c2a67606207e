import type { ResourceContext, ResourceModels } from "../resource-model.ts";
import { allocation, internetGateway, natGateway, networkAcl, prefixList, routeTable, securityGroup, subnet, vpc, vpcEndpoint } from "./references.ts";
import { inWordsOf, loosely } from "../references.ts";
import { availabilityZoneIds, awsPrefixList } from "./regions.ts";
import { textOf } from "../wire.ts";

const ARN = "arn:aws:ec2:{region}:{account}";

/** VPCs, subnets and how traffic is routed between them. */
export const ec2NetworkModels: ResourceModels = {
  "aws:ec2/vpc:Vpc": {
    replaceOn: ["cidrBlock", "instanceTenancy", "ipv4IpamPoolId", "ipv4NetmaskLength"],
    defaults: { enableDnsSupport: true, instanceTenancy: "default" },
    id: "vpc-{hex:17}",
    arn: `${ARN}:vpc/{id}`,
    outputs: ({ hex }) => ({
      defaultNetworkAclId: `acl-${hex(17, "acl")}`,
      defaultRouteTableId: `rtb-${hex(17, "rtb")}`,
      mainRouteTableId: `rtb-${hex(17, "rtb")}`,
      defaultSecurityGroupId: `sg-${hex(17, "sg")}`,
      dhcpOptionsId: `dopt-${hex(17, "dopt")}`,
      enableDnsHostnames: false,
      enableNetworkAddressUsageMetrics: false,
      ipv6AssociationId: "",
      ipv6CidrBlock: "",
      ipv6CidrBlockNetworkBorderGroup: "",
    }),
  },
  "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation": {
    replaceOn: ["cidrBlock", "vpcId", "ipv4IpamPoolId", "ipv4NetmaskLength"],
    id: "vpc-cidr-assoc-{hex:17}",
    references: { vpcId: loosely(vpc) },
  },
  "aws:ec2/subnet:Subnet": {
    replaceOn: ["vpcId", "cidrBlock", "availabilityZone", "availabilityZoneId", "outpostArn", "ipv4IpamPoolId", "ipv4NetmaskLength", "ipv6Native"],
    defaults: { assignIpv6AddressOnCreation: false, enableDns64: false, enableResourceNameDnsARecordOnLaunch: false,
      enableResourceNameDnsAaaaRecordOnLaunch: false, ipv6Native: false, mapPublicIpOnLaunch: false },
    id: "subnet-{hex:17}",
    arn: `${ARN}:subnet/{id}`,
    outputs: (context) => ({ ...zoneOf(context), ipv6CidrBlockAssociationId: "", ipv6CidrBlock: "", privateDnsHostnameTypeOnLaunch: "ip-name" }),
    references: { vpcId: vpc },
  },
  "aws:ec2/internetGateway:InternetGateway": {
    replaceOn: [],
    id: "igw-{hex:17}",
    arn: `${ARN}:internet-gateway/{id}`,
    references: { vpcId: vpc },
    deleteRefusal: ({ inputs, inventory, region }) => {
      const subnets = new Set(inventory.ofType("aws:ec2/subnet:Subnet").filter((found) => found.region === region && found.inputs["vpcId"] === inputs["vpcId"]).map(({ id }) => id));
      const mapped = inventory.ofType("aws:ec2/natGateway:NatGateway").some((nat) => subnets.has(textOf(nat.inputs["subnetId"])) && nat.inputs["connectivityType"] !== "private");
      return mapped ? { code: "DependencyViolation", message: `Network ${textOf(inputs["vpcId"])} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.` } : undefined;
    },
  },
  "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment": {
    replaceOn: ["internetGatewayId", "vpcId"],
    id: "{internetGatewayId}:{vpcId}",
    duplicateCode: "Resource.AlreadyAssociated",
    references: { internetGatewayId: internetGateway, vpcId: vpc },
  },
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": { replaceOn: ["vpcId"], id: "eigw-{hex:17}", references: { vpcId: vpc } },
  "aws:ec2/eip:Eip": {
    replaceOn: ["address", "customerOwnedIpv4Pool", "domain", "ipamPoolId", "networkBorderGroup", "publicIpv4Pool"],
    id: "eipalloc-{hex:17}",
    arn: `${ARN}:elastic-ip/{id}`,
    outputs: ({ id, hex, region }) => {
      const publicIp = `203.0.113.${String(Number.parseInt(hex(2, "ip"), 16) % 254 + 1)}`;
      return { allocationId: id, domain: "vpc", publicIp, publicDns: `ec2-${publicIp.replaceAll(".", "-")}.${region}.compute.amazonaws.com`, publicIpv4Pool: "amazon",
        networkBorderGroup: region, associationId: "", carrierIp: "", customerOwnedIp: "", instance: "", networkInterface: "", privateDns: "", privateIp: "", ptrRecord: "" };
    },
  },
  "aws:ec2/natGateway:NatGateway": {
    replaceOn: ["allocationId", "availabilityMode", "connectivityType", "privateIp", "secondaryPrivateIpAddressCount", "subnetId", "vpcId"],
    defaults: { connectivityType: "public" },
    id: "nat-{hex:17}",
    outputs: ({ hex, inputs, inventory, region }) => ({
      availabilityMode: "zonal",
      associationId: `eipassoc-${hex(17, "assoc")}`,
      networkInterfaceId: `eni-${hex(17, "eni")}`,
      privateIp: `10.255.${String(Number.parseInt(hex(2, "a"), 16))}.${String(Number.parseInt(hex(2, "b"), 16))}`,
      publicIp: inventory.find("aws:ec2/eip:Eip", region, textOf(inputs["allocationId"]))?.outputs["publicIp"] ?? "",
      vpcId: inventory.find("aws:ec2/subnet:Subnet", region, textOf(inputs["subnetId"]))?.inputs["vpcId"] ?? "",
      autoProvisionZones: "", autoScalingIps: "", regionalNatGatewayAutoMode: "", routeTableId: "",
    }),
    references: { allocationId: allocation, subnetId: inWordsOf(subnet, "InvalidSubnet"), secondaryAllocationIds: allocation, vpcId: vpc },
  },
  "aws:ec2/routeTable:RouteTable": {
    replaceOn: ["vpcId"],
    id: "rtb-{hex:17}",
    arn: `${ARN}:route-table/{id}`,
    references: { vpcId: vpc, "routes.gatewayId": internetGateway, "routes.natGatewayId": natGateway },
  },
  "aws:ec2/defaultRouteTable:DefaultRouteTable": {
    replaceOn: ["defaultRouteTableId"],
    id: "{defaultRouteTableId}",
    arn: `${ARN}:route-table/{id}`,
    references: { defaultRouteTableId: loosely(routeTable) },
  },
  "aws:ec2/route:Route": {
    replaceOn: ["routeTableId", "destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"],
    id: (context) => `r-${textOf(context.inputs["routeTableId"])}${String(routeHash(context))}`,
    duplicateCode: "RouteAlreadyExists",
    outputs: () => ({ state: "active", origin: "CreateRoute", instanceId: "", instanceOwnerId: "", networkInterfaceId: "" }),
    references: { routeTableId: routeTable, gatewayId: internetGateway, natGatewayId: natGateway, egressOnlyGatewayId: internetGateway,
      vpcEndpointId: vpcEndpoint, destinationPrefixListId: prefixList },
  },
  "aws:ec2/routeTableAssociation:RouteTableAssociation": {
    replaceOn: ["subnetId", "gatewayId"],
    id: "rtbassoc-{hex:17}",
    references: { subnetId: loosely(subnet), gatewayId: internetGateway, routeTableId: { ...routeTable, holds: { code: "DependencyViolation", message: "The routeTable '{value}' has dependencies and cannot be deleted." } } },
  },
  "aws:ec2/networkAcl:NetworkAcl": {
    replaceOn: ["vpcId"],
    id: "acl-{hex:17}",
    arn: `${ARN}:network-acl/{id}`,
    references: { vpcId: vpc, subnetIds: loosely(subnet) },
  },
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": {
    replaceOn: ["defaultNetworkAclId"],
    id: "{defaultNetworkAclId}",
    arn: `${ARN}:network-acl/{id}`,
    outputs: ({ inventory, id }) => ({ vpcId: inventory.ofType("aws:ec2/vpc:Vpc").find((found) => found.outputs["defaultNetworkAclId"] === id)?.id ?? "" }),
    references: { defaultNetworkAclId: networkAcl, subnetIds: loosely(subnet) },
  },
  "aws:ec2/networkAclRule:NetworkAclRule": {
    replaceOn: ["networkAclId", "ruleNumber", "egress", "protocol", "ruleAction", "cidrBlock", "ipv6CidrBlock", "fromPort", "toPort", "icmpType", "icmpCode"],
    defaults: { egress: false },
    id: "nacl-{hex:10}",
    references: { networkAclId: networkAcl },
  },
  "aws:ec2/networkAclAssociation:NetworkAclAssociation": {
    replaceOn: ["networkAclId", "subnetId"],
    id: "aclassoc-{hex:17}",
    references: { networkAclId: networkAcl, subnetId: loosely(subnet) },
  },
  "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions": {
    replaceOn: [],
    id: "{region}",
    outputs: ({ region }) => ({ awsAccountId: "123456789012", awsRegion: region }),
  },
  "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion": {
    replaceOn: ["vpcId", "subnetId"],
    id: "vpcbpa-exclude-{hex:17}",
    outputs: ({ inputs, region }) => ({ resourceArn: `arn:aws:ec2:${region}:123456789012:${inputs["vpcId"] === undefined ? `subnet/${textOf(inputs["subnetId"])}` : `vpc/${textOf(inputs["vpcId"])}`}` }),
    references: { vpcId: loosely(vpc), subnetId: loosely(subnet) },
  },
  "aws:ec2/vpcEndpoint:VpcEndpoint": {
    replaceOn: ["vpcId", "serviceName", "vpcEndpointType", "autoAccept", "resourceConfigurationArn", "serviceNetworkArn", "serviceRegion"],
    defaults: { vpcEndpointType: "Gateway" },
    id: "vpce-{hex:17}",
    arn: `${ARN}:vpc-endpoint/{id}`,
    outputs: ({ hex, id, inputs }) => ({
      state: "available",
      requesterManaged: false,
      ...(inputs["vpcEndpointType"] === "Interface"
        ? { privateDnsEnabled: false, prefixListId: "", cidrBlocks: [], networkInterfaceIds: [`eni-${hex(17, "eni")}`], ipAddressType: "ipv4",
          dnsEntries: [{ dnsName: `${id}-${hex(8, "dns")}.${textOf(inputs["serviceName"]).split(".").toReversed().slice(0, 2).join(".")}.vpce.amazonaws.com`, hostedZoneId: "Z7HUB22UULQXV" }] }
        : { prefixListId: awsPrefixList(textOf(inputs["serviceName"])) ?? `pl-${hex(8, "pl")}`, cidrBlocks: ["198.51.100.0/24"], networkInterfaceIds: [], dnsEntries: [], privateDnsEnabled: false, ipAddressType: "" }),
    }),
    references: { vpcId: vpc, subnetIds: subnet, securityGroupIds: securityGroup, routeTableIds: routeTable },
    documents: { policy: "InvalidParameter" },
  },
  "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": {
    replaceOn: ["vpcEndpointId", "routeTableId"],
    id: "a-{vpcEndpointId}{hex:10}",
    references: { vpcEndpointId: vpcEndpoint, routeTableId: routeTable },
  },
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy": {
    replaceOn: ["vpcEndpointId"],
    id: "{vpcEndpointId}",
    references: { vpcEndpointId: vpcEndpoint },
    documents: { policy: "InvalidParameter" },
  },
};

/** AWS picks a zone for a subnet that names none; the name and the id of a zone follow from each other. */
function zoneOf({ inputs, region }: ResourceContext): { readonly availabilityZone: string; readonly availabilityZoneId: string } {
  const zones = [...availabilityZoneIds(region)];
  const given = zones.find(([name, id]) => name === inputs["availabilityZone"] || id === inputs["availabilityZoneId"]) ?? zones[0];
  return { availabilityZone: given?.[0] ?? `${region}a`, availabilityZoneId: given?.[1] ?? "" };
}

/** A route's id is made of its table and destination, so that one table has one route to a place. */
function routeHash({ inputs }: ResourceContext): number {
  const text = textOf(inputs["destinationCidrBlock"] ?? inputs["destinationIpv6CidrBlock"] ?? inputs["destinationPrefixListId"] ?? "");
  let hash = 0;
  for (const character of text) {
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 4_294_967_291;
  }
  return hash;
}
