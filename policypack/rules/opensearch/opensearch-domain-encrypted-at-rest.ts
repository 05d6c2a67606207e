import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";
import { SEARCH_DOMAIN_TYPES } from "../../engine/search-domains.ts";

export const opensearchDomainEncryptedAtRest = defineRule({
  name: "opensearch-domain-encrypted-at-rest",
  description: "Every search domain encrypts its indexes, logs and snapshots at rest.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(e)(2)(ii)", "164.314(b)(1)",
    "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["opensearch-encrypted-at-rest"],
  remediation: ["Set encryptAtRest: { enabled: true, kmsKeyId } with the ARN of a customer-managed key."],
  url: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html",
  resources: SEARCH_DOMAIN_TYPES,
  check: ({ props }) => judgeSwitch(props, "encryptAtRest.enabled", { required: true, absent: false }),
});
