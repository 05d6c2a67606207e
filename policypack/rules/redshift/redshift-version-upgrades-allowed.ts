import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const redshiftVersionUpgradesAllowed = defineRule({
  name: "redshift-version-upgrades-allowed",
  description: "Redshift clusters take engine upgrades in their maintenance window.",
  severity: "medium",
  citations: ["164.308(a)(5)(ii)(A)", "164.308(a)(7)(ii)(A)"],
  controls: ["redshift-maintenance-settings"],
  remediation: ["Leave allowVersionUpgrade at its default, true."],
  url: "https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-considerations.html",
  resources: ["aws:redshift/cluster:Cluster"],
  check: ({ props }) => judgeSwitch(props, "allowVersionUpgrade", { required: true, absent: true }),
});
