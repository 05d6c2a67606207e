import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";
import { SEARCH_DOMAIN_TYPES } from "../../engine/search-domains.ts";

export const opensearchDomainNodeToNodeEncrypted = defineRule({
  name: "opensearch-domain-node-to-node-encrypted",
  description: "Every search domain encrypts traffic between its nodes.",
  severity: "high",
  citations: [
    "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(e)(1)", "164.312(e)(2)(i)", "164.312(e)(2)(ii)", "164.314(b)(1)",
    "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["opensearch-node-to-node"],
  remediation: ["Set nodeToNodeEncryption: { enabled: true }."],
  url: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html",
  resources: SEARCH_DOMAIN_TYPES,
  check: ({ props }) => judgeSwitch(props, "nodeToNodeEncryption.enabled", { required: true, absent: false }),
});
