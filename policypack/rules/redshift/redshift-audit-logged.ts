import { defineStackRule } from "../../engine/rule.ts";

const REQUIRED = ["connectionlog", "userlog"];

export const redshiftAuditLogged = defineStackRule({
  name: "redshift-audit-logged",
  description: "Every Redshift cluster and serverless namespace logs connections and users.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(1)(ii)(D)", "164.308(a)(3)(ii)(A)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(b)",
    "164.312(e)(2)(ii)",
  ],
  controls: ["redshift-encrypted-and-logged"],
  remediation: ["Add an aws.redshift.Logging with the clusterIdentifier.", 'For a serverless namespace set logExports: ["connectionlog", "userlog"].'],
  url: "https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html",
  resources: ["aws:redshift/cluster:Cluster", "aws:redshiftserverless/namespace:Namespace"],
  check: (stack) => [
    ...stack.ofType("aws:redshift/cluster:Cluster").flatMap((cluster) =>
      stack.referringTo(cluster, "clusterIdentifier", "aws:redshift/logging:Logging").length > 0
        ? []
        : [{ urn: cluster.urn, property: "(cluster)", found: "no aws.redshift.Logging", required: "one, so that connections and users are logged" }],
    ),
    ...stack.ofType("aws:redshiftserverless/namespace:Namespace").flatMap(({ urn, props }) => {
      const exported = props.has("logExports") ? props.strings("logExports") : [];
      return REQUIRED.filter((log) => !exported.includes(log)).map((log) => ({ urn, property: "logExports", found: `no ${log}`, required: `"${log}"` }));
    }),
  ],
});
