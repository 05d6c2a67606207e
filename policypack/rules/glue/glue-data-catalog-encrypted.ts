import { judgeSwitch, judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

const SETTINGS = "dataCatalogEncryptionSettings";

export const glueDataCatalogEncrypted = defineRule({
  name: "glue-data-catalog-encrypted",
  description: "The Glue data catalogue and the passwords of its connections are encrypted with KMS.",
  severity: "high",
  citations: ["164.312(a)(2)(iv)"],
  controls: ["glue-encrypted"],
  remediation: ['Set encryptionAtRest.catalogEncryptionMode to "SSE-KMS" and connectionPasswordEncryption.returnConnectionPasswordEncrypted to true, each with a customer-managed key.'],
  url: "https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html",
  resources: ["aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings"],
  check: ({ props }) => [
    ...judgeText(props, `${SETTINGS}.encryptionAtRest.catalogEncryptionMode`, { allowed: ["SSE-KMS", "SSE-KMS-WITH-SERVICE-ROLE"], absent: "DISABLED" }),
    ...judgeSwitch(props, `${SETTINGS}.connectionPasswordEncryption.returnConnectionPasswordEncrypted`, { required: true, absent: false }),
  ],
});
