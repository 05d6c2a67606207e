import { defineRule } from "../../engine/rule.ts";

export const eksClusterCreatorNotAdmin = defineRule({
  name: "eks-cluster-creator-not-admin",
  description: "Whoever creates the cluster does not stay its administrator by that.",
  severity: "high",
  controls: [],
  citations: ["164.308(a)(3)(i)", "164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  remediation: [
    "Set accessConfig.bootstrapClusterCreatorAdminPermissions to false and grant access with aws.eks.AccessEntry.",
  ],
  url: "https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html",
  resources: ["aws:eks/cluster:Cluster"],
  check: ({ props }) => {
    // The default of AWS is true.
    const access = props.object("accessConfig");
    return access?.boolean("bootstrapClusterCreatorAdminPermissions") === false
      ? []
      : [{ property: "accessConfig.bootstrapClusterCreatorAdminPermissions", found: "the creator as administrator", required: "false" }];
  },
});
