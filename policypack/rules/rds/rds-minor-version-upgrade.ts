import { defineRule } from "../../engine/rule.ts";

export const rdsMinorVersionUpgrade = defineRule({
  name: "rds-minor-version-upgrade",
  description: "Databases take minor versions, and the security fixes in them, on their own.",
  severity: "medium",
  citations: ["164.308(a)(5)(ii)(A)"],
  controls: ["rds-minor-version-upgrade"],
  remediation: ["Remove autoMinorVersionUpgrade or set it true."],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html",
  resources: ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance", "aws:rds/cluster:Cluster"],
  check: ({ props }) =>
    props.boolean("autoMinorVersionUpgrade") === false ? [{ property: "autoMinorVersionUpgrade", found: "false", required: "true" }] : [],
});
