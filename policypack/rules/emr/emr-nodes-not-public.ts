import { judgeSwitch } from "../../engine/expected-values.ts";
import { publicSubnets, subnetsNamed } from "../../engine/network-routes.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const emrNodesNotPublic = defineStackRule({
  name: "emr-nodes-not-public",
  description: "EMR clusters run in private subnets, and public security group rules are blocked for the account.",
  severity: "critical",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)"],
  controls: ["emr-no-public-ip"],
  remediation: ["Give ec2Attributes a subnet without a route to an internet gateway.", "Leave blockPublicSecurityGroupRules true."],
  url: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html",
  resources: ["aws:emr/cluster:Cluster", "aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration"],
  check: (stack) => {
    const open = new Set(publicSubnets(stack));
    const exposed = stack.ofType("aws:emr/cluster:Cluster").flatMap((cluster) =>
      subnetsNamed(stack, cluster, "ec2Attributes")
        .filter((subnet) => open.has(subnet))
        .map(({ name }) => ({ urn: cluster.urn, property: "ec2Attributes", found: `the public subnet ${name}`, required: "private subnets" })),
    );
    const unblocked = stack
      .ofType("aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration")
      .flatMap(({ urn, props }) => judgeSwitch(props, "blockPublicSecurityGroupRules", { required: true, absent: true }).map((finding) => ({ urn, ...finding })));
    return [...exposed, ...unblocked];
  },
});
