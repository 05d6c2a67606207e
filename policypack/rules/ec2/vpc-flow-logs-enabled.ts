import { defineStackRule } from "../../engine/rule.ts";

export const vpcFlowLogsEnabled = defineStackRule({
  name: "vpc-flow-logs-enabled",
  description: "Every VPC has a flow log of all traffic, accepted and rejected.",
  severity: "high",
  controls: ["vpc-flow-logs"],
  citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(3)(ii)(A)", "164.308(a)(6)(ii)", "164.312(b)", "164.312(c)(2)"],
  remediation: ["Add an aws.ec2.FlowLog with the VPC's id as vpcId and trafficType \"ALL\"."],
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
  resources: ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"],
  check: (stack) =>
    stack.ofType("aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc").flatMap((vpc) => {
      const logs = stack.referringTo(vpc, "vpcId", "aws:ec2/flowLog:FlowLog");
      if (logs.length === 0) {
        return [{ urn: vpc.urn, property: "(vpc)", found: "no flow log", required: "an aws.ec2.FlowLog of all traffic" }];
      }
      const complete = logs.some(({ props }) => props.string("trafficType") === "ALL");
      return complete ? [] : logs.map(({ urn, props }) => ({ urn, property: "trafficType", found: props.string("trafficType") ?? "nothing", required: '"ALL"' }));
    }),
});
