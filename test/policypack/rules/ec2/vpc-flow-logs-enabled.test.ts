import { vpcFlowLogsEnabled } from "../../../../policypack/rules/ec2/vpc-flow-logs-enabled.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(vpcFlowLogsEnabled, {
  compliant: [
    {
      vpc: { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } },
      traffic: { type: "aws:ec2/flowLog:FlowLog", props: { trafficType: "ALL" }, refs: { vpcId: "vpc.id" } },
    },
  ],
  violating: [
    { why: "no flow log", change: { traffic: null }, blamed: "vpc", property: "(vpc)", found: "no flow log" },
    { why: "another VPC's flow log", change: { traffic: { props: { vpcId: "vpc-other" }, refs: { vpcId: undefined } } }, blamed: "vpc", property: "(vpc)", found: "no flow log" },
    { why: "rejected traffic only", change: { traffic: { props: { trafficType: "REJECT" } } }, blamed: "traffic", property: "trafficType", found: "REJECT" },
    { why: "no type of traffic", change: { traffic: { props: { trafficType: undefined } } }, blamed: "traffic", property: "trafficType", found: "nothing" },
  ],
  unknown: [["traffic", "trafficType"]],
});
