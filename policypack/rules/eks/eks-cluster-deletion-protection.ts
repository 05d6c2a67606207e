import { defineRule } from "../../engine/rule.ts";

export const eksClusterDeletionProtection = defineRule({
  name: "eks-cluster-deletion-protection",
  description: "The cluster cannot be deleted before its protection is taken off.",
  severity: "medium",
  controls: ["eks-deletion-protection"],
  citations: ["164.308(a)(7)(ii)(C)"],
  remediation: ["Set deletionProtection to true."],
  url: "https://docs.aws.amazon.com/eks/latest/userguide/deletion-protection.html",
  resources: ["aws:eks/cluster:Cluster"],
  check: ({ props }) =>
    props.boolean("deletionProtection") === true ? [] : [{ property: "deletionProtection", found: "no protection", required: "true" }],
});
