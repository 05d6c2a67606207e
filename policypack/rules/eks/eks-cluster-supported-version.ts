import { defineRule } from "../../engine/rule.ts";

export const eksClusterSupportedVersion = defineRule({
  name: "eks-cluster-supported-version",
  description: "The cluster names its Kubernetes version, and AWS still patches it.",
  severity: "medium",
  controls: ["eks-supported-version"],
  citations: ["164.308(a)(5)(ii)(B)"],
  remediation: ["Set version to one in standard support and upgrade once a year."],
  url: "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
  parameters: { oldestMinorVersion: { description: "The oldest minor version of Kubernetes 1 that AWS patches, in standard or extended support.", default: 32 } },
  resources: ["aws:eks/cluster:Cluster"],
  check: ({ props }, settings) => {
    const oldest = settings.number("oldestMinorVersion");
    const required = `"1.${String(oldest)}" or newer`;
    const version = props.string("version");
    if (version === undefined) {
      return [{ property: "version", found: "nothing, so whatever AWS chooses on the day", required }];
    }
    const minor = /^1\.(\d+)$/u.exec(version)?.[1];
    return minor !== undefined && Number(minor) >= oldest ? [] : [{ property: "version", found: version, required }];
  },
});
