import { isGiven } from "../../engine/given-values.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const eksNodeMetadataHopLimitOne = defineStackRule({
  name: "eks-node-metadata-hop-limit-one",
  description: "Pods cannot reach the credentials of the node: the launch template of each node group stops metadata answers after one hop.",
  severity: "high",
  controls: [],
  citations: ["164.308(a)(4)(i)", "164.312(a)(1)"],
  remediation: ["Give the node group a launch template with metadataOptions.httpPutResponseHopLimit 1."],
  url: "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
  resources: ["aws:eks/nodeGroup:NodeGroup"],
  check: (stack) =>
    stack.ofType("aws:eks/nodeGroup:NodeGroup").flatMap((group) => {
      const templates = stack.namedBy(group, "launchTemplate", "aws:ec2/launchTemplate:LaunchTemplate");
      if (templates.length === 0) {
        return [{ urn: group.urn, property: "launchTemplate", found: "no launch template of this stack, so two hops", required: "one with metadataOptions.httpPutResponseHopLimit 1" }];
      }
      return templates.flatMap((template) => {
        const options = isGiven(template, "metadataOptions") ? template.props.objects("metadataOptions")[0] : undefined;
        const limit = options?.number("httpPutResponseHopLimit");
        return limit === 1 || options?.string("httpEndpoint") === "disabled"
          ? []
          : [{ urn: template.urn, property: "metadataOptions.httpPutResponseHopLimit", found: limit === undefined ? "nothing, so what the image asks for" : String(limit), required: "1" }];
      });
    }),
});
