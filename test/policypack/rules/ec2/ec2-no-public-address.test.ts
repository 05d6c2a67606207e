import { ec2NoPublicAddress } from "../../../../policypack/rules/ec2/ec2-no-public-address.ts";
import { testRule } from "../../rule-tester.ts";

const elastic = "an elastic address for an instance or interface";

testRule(ec2NoPublicAddress, {
  compliant: [{ props: { associatePublicIpAddress: false } }, { props: {} }, { type: "aws:ec2/eip:Eip", props: { domain: "vpc" } }],
  violating: [
    { why: "a public address", props: { associatePublicIpAddress: true }, property: "associatePublicIpAddress", found: "true" },
    { why: "an elastic address", fixture: { type: "aws:ec2/eip:Eip" }, props: { instance: "i-1" }, property: "instance", found: elastic },
    { why: "an elastic address of an interface", fixture: { type: "aws:ec2/eip:Eip" }, props: { networkInterface: "eni-1" }, property: "networkInterface", found: elastic },
    { why: "an elastic address given later", fixture: { type: "aws:ec2/eipAssociation:EipAssociation" }, props: { instanceId: "i-1" }, property: "(association)", found: elastic },
  ],
  unknown: ["associatePublicIpAddress"],
});
