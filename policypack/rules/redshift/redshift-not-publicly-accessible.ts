import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const redshiftNotPubliclyAccessible = defineRule({
  name: "redshift-not-publicly-accessible",
  description: "No Redshift cluster or serverless workgroup can be reached from the internet.",
  severity: "critical",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)",
    "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["redshift-not-public"],
  remediation: ["Leave publiclyAccessible at its default, false, and set no elasticIp."],
  url: "https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html",
  resources: ["aws:redshift/cluster:Cluster", "aws:redshiftserverless/workgroup:Workgroup"],
  check: ({ props }) => [
    ...judgeSwitch(props, "publiclyAccessible", { required: false, absent: false }),
    ...(props.has("elasticIp") ? [{ property: "elasticIp", found: "a public address", required: "nothing" }] : []),
  ],
});
