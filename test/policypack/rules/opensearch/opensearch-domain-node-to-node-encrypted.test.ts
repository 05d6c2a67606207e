import { opensearchDomainNodeToNodeEncrypted } from "../../../../policypack/rules/opensearch/opensearch-domain-node-to-node-encrypted.ts";
import { testRule } from "../../rule-tester.ts";

testRule(opensearchDomainNodeToNodeEncrypted, {
  compliant: [
    { props: { nodeToNodeEncryption: { enabled: true } } },
    { type: "aws:elasticsearch/domain:Domain", props: { nodeToNodeEncryption: { enabled: true } } },
  ],
  violating: [
    { why: "switched off", props: { nodeToNodeEncryption: { enabled: false } }, property: "nodeToNodeEncryption.enabled", found: "false" },
    { why: "left to the default", props: { nodeToNodeEncryption: undefined }, property: "nodeToNodeEncryption.enabled", found: "nothing, so false" },
  ],
  unknown: ["nodeToNodeEncryption", "nodeToNodeEncryption.enabled"],
});
