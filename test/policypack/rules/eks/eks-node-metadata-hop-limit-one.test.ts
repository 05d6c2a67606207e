import { eksNodeMetadataHopLimitOne } from "../../../../policypack/rules/eks/eks-node-metadata-hop-limit-one.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const limit = (httpPutResponseHopLimit?: number) => ({ type: "aws:ec2/launchTemplate:LaunchTemplate", props: { metadataOptions: { httpTokens: "required", httpPutResponseHopLimit } } });
const property = "metadataOptions.httpPutResponseHopLimit";

testStackRule(eksNodeMetadataHopLimitOne, {
  compliant: [
    { nodes: limit(1), group: { type: "aws:eks/nodeGroup:NodeGroup", refs: { "launchTemplate.id": "nodes.id" } } },
    {
      nodes: { type: "aws:ec2/launchTemplate:LaunchTemplate", props: { metadataOptions: { httpEndpoint: "disabled" } } },
      group: { type: "aws:eks/nodeGroup:NodeGroup", refs: { "launchTemplate.id": "nodes.id" } },
    },
  ],
  violating: [
    { why: "two hops", change: { nodes: limit(2) }, blamed: "nodes", property, found: "2" },
    { why: "not said", change: { nodes: limit() }, blamed: "nodes", property, found: "nothing, so what the image asks for" },
    { why: "no options", change: { nodes: { props: { metadataOptions: undefined } } }, blamed: "nodes", property, found: "nothing, so what the image asks for" },
    { why: "no template", change: { group: { refs: { "launchTemplate.id": undefined } } }, blamed: "group", property: "launchTemplate", found: "no launch template of this stack, so two hops" },
  ],
  unknown: [["nodes", property]],
});
