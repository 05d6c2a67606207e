import { InternetGateway } from "@pulumi/aws/ec2/internetGateway.js";
import { NatGateway } from "@pulumi/aws/ec2/natGateway.js";
import { NetworkAcl } from "@pulumi/aws/ec2/networkAcl.js";
import { RouteTable } from "@pulumi/aws/ec2/routeTable.js";
import { RouteTableAssociation } from "@pulumi/aws/ec2/routeTableAssociation.js";
import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { Subnet } from "@pulumi/aws/ec2/subnet.js";
import { Vpc } from "@pulumi/aws/ec2/vpc.js";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint.js";
import { TransitGateway } from "@pulumi/aws/ec2transitgateway/transitGateway.js";
import { accountId, anybody, otherNetwork } from "./account.ts";

/** What other parts of the program are put into. */
export interface Network {
  readonly frontage: Subnet;
  readonly proxyGroup: SecurityGroup;
}

/** A network, and what leads into and out of it. */
export function makeNetwork(): Network {
  // A network of one public subnet, with the default security group as AWS makes it.
  const network = new Vpc("network", { cidrBlock: "10.30.0.0/16" });
  const gateway = new InternetGateway("gateway", { vpcId: network.id });
  const frontage = new Subnet("frontage", { vpcId: network.id, cidrBlock: "10.30.1.0/24", availabilityZone: "us-east-1a", tags: { SubnetType: "Public" } });
  const routes = new RouteTable("frontage-routes", { vpcId: network.id, routes: [{ cidrBlock: anybody, gatewayId: gateway.id }] });
  new RouteTableAssociation("frontage-routes-frontage", { subnetId: frontage.id, routeTableId: routes.id });

  // A way to the internet for a network that somebody else looks after.
  new InternetGateway("side-door", { vpcId: otherNetwork });

  // A network ACL that keeps nothing out.
  new NetworkAcl("wide-open", {
    vpcId: network.id,
    ingress: [{ ruleNo: 100, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: anybody }],
    egress: [{ ruleNo: 100, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "10.0.0.0/8" }],
  });

  // An endpoint through which any call of anyone leaves, to any account.
  new VpcEndpoint("storage", { vpcId: network.id, serviceName: "com.amazonaws.us-east-1.s3", vpcEndpointType: "Gateway" });

  // A hub that every account may join uninvited.
  new TransitGateway("hub", { autoAcceptSharedAttachments: "enable" });

  // A ward that is cut off when the other zone fails, in a network of another stack.
  const entrance = new Subnet("entrance", { vpcId: otherNetwork, cidrBlock: "10.40.1.0/24", availabilityZone: "us-east-1a", tags: { SubnetType: "Public" } });
  const exit = new NatGateway("exit", { subnetId: entrance.id, allocationId: "eipalloc-0cccccccccccccccc" });
  const ward = new Subnet("ward", { vpcId: otherNetwork, cidrBlock: "10.40.2.0/24", availabilityZone: "us-east-1b", tags: { Environment: "Production" } });
  const wardRoutes = new RouteTable("ward-routes", { vpcId: otherNetwork, routes: [{ cidrBlock: anybody, natGatewayId: exit.id }] });
  new RouteTableAssociation("ward-routes-ward", { subnetId: ward.id, routeTableId: wardRoutes.id });

  // A group that lets the internet reach the proxy of an enclave.
  const proxyGroup = new SecurityGroup("proxy", {
    vpcId: network.id,
    description: "Calls of the enclave's proxy",
    ingress: [{ protocol: "tcp", fromPort: 5000, toPort: 5000, cidrBlocks: [anybody] }],
    egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.30.0.0/16"] }],
  });

  // Right: an endpoint for the secrets of this account alone.
  new VpcEndpoint("secrets", {
    vpcId: network.id,
    serviceName: "com.amazonaws.us-east-1.secretsmanager",
    vpcEndpointType: "Interface",
    privateDnsEnabled: true,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: "secretsmanager:GetSecretValue", Resource: "*", Condition: { StringEquals: { "aws:PrincipalAccount": accountId } } }],
    }),
  });

  return { frontage, proxyGroup };
}
