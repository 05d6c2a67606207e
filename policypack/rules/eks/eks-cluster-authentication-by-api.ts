import { defineRule } from "../../engine/rule.ts";

export const eksClusterAuthenticationByApi = defineRule({
  name: "eks-cluster-authentication-by-api",
  description: "Access to the cluster is granted by access entries of the EKS API alone, so that every grant is an AWS resource that CloudTrail records; the aws-auth map is off.",
  severity: "high",
  controls: [],
  citations: ["164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(b)", "164.312(d)"],
  remediation: ['Set accessConfig.authenticationMode to "API" and grant access with aws.eks.AccessEntry.'],
  url: "https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html",
  resources: ["aws:eks/cluster:Cluster"],
  check: ({ props }) => {
    // The default of AWS is CONFIG_MAP.
    const mode = props.object("accessConfig")?.string("authenticationMode");
    return mode === "API" ? [] : [{ property: "accessConfig.authenticationMode", found: mode ?? "nothing", required: '"API"' }];
  },
});
