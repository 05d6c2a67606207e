import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const redshiftEnhancedVpcRouting = defineRule({
  name: "redshift-enhanced-vpc-routing",
  description: "Redshift moves data between its nodes and other stores inside the VPC.",
  severity: "medium",
  citations: ["164.312(e)(1)"],
  controls: ["redshift-enhanced-vpc-routing"],
  remediation: ["Set enhancedVpcRouting: true."],
  url: "https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html",
  resources: ["aws:redshift/cluster:Cluster", "aws:redshiftserverless/workgroup:Workgroup"],
  check: ({ props }) => judgeSwitch(props, "enhancedVpcRouting", { required: true, absent: false }),
});
