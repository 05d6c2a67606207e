import { defineRule } from "../../engine/rule.ts";

export const rdsNotPubliclyAccessible = defineRule({
  name: "rds-not-publicly-accessible",
  description: "No database instance has a public address.",
  severity: "critical",
  citations: ["164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)"],
  controls: ["rds-not-public"],
  remediation: ["Remove publiclyAccessible or set it false, and place the instance in subnets without a route to the internet."],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
  resources: ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"],
  check: ({ props }) =>
    props.boolean("publiclyAccessible") === true ? [{ property: "publiclyAccessible", found: "true", required: "false" }] : [],
});
