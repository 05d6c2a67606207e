import { enclaveHostNotPublic } from "../../../../policypack/rules/ec2/enclave-host-not-public.ts";
import type { StackFixture } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const network: StackFixture = {
  vpc: { type: "aws:ec2/vpc:Vpc" },
  gateway: { type: "aws:ec2/internetGateway:InternetGateway", refs: { vpcId: "vpc.id" } },
  public: { type: "aws:ec2/subnet:Subnet", props: { tags: { SubnetType: "Public" } }, refs: { vpcId: "vpc.id" } },
  private: { type: "aws:ec2/subnet:Subnet", props: { tags: { SubnetType: "Private" } }, refs: { vpcId: "vpc.id" } },
  table: { type: "aws:ec2/routeTable:RouteTable", refs: { vpcId: "vpc.id" } },
  use: { type: "aws:ec2/routeTableAssociation:RouteTableAssociation", refs: { subnetId: "public.id", routeTableId: "table.id" } },
  route: { type: "aws:ec2/route:Route", props: { destinationCidrBlock: "0.0.0.0/0" }, refs: { routeTableId: "table.id", gatewayId: "gateway.id" } },
};

const host = { type: "aws:ec2/instance:Instance", props: { enclaveOptions: { enabled: true } }, refs: { subnetId: "private.id" } };

testStackRule(enclaveHostNotPublic, {
  compliant: [
    { ...network, host },
    { ...network, other: { type: "aws:ec2/instance:Instance", props: { associatePublicIpAddress: true }, refs: { subnetId: "public.id" } } },
    { template: { type: "aws:ec2/launchTemplate:LaunchTemplate", props: { enclaveOptions: { enabled: true }, networkInterfaces: [{ associatePublicIpAddress: "false" }] } } },
  ],
  violating: [
    { why: "a public address", change: { host: { props: { associatePublicIpAddress: true } } }, blamed: "host", property: "associatePublicIpAddress", found: "a public address" },
    { why: "a public subnet", change: { host: { refs: { subnetId: "public.id" } } }, blamed: "host", property: "subnetId", found: "the public subnet public" },
    {
      why: "a template",
      of: 2,
      change: { template: { props: { networkInterfaces: [{ associatePublicIpAddress: "true" }] } } },
      blamed: "template",
      property: "associatePublicIpAddress",
      found: "a public address",
    },
  ],
});
