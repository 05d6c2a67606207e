import { glueDataCatalogEncrypted } from "../../../../policypack/rules/glue/glue-data-catalog-encrypted.ts";
import { testRule } from "../../rule-tester.ts";

const settings = (catalogEncryptionMode: string, returnConnectionPasswordEncrypted: boolean) => ({
  dataCatalogEncryptionSettings: {
    encryptionAtRest: { catalogEncryptionMode, sseAwsKmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/catalog" },
    connectionPasswordEncryption: { returnConnectionPasswordEncrypted, awsKmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/catalog" },
  },
});
const mode = "dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionMode";
const passwords = "dataCatalogEncryptionSettings.connectionPasswordEncryption.returnConnectionPasswordEncrypted";

testRule(glueDataCatalogEncrypted, {
  compliant: [{ props: settings("SSE-KMS", true) }, { props: settings("SSE-KMS-WITH-SERVICE-ROLE", true) }],
  violating: [
    { why: "the catalogue in plain text", props: settings("DISABLED", true), property: mode, found: "DISABLED" },
    { why: "passwords in plain text", props: settings("SSE-KMS", false), property: passwords, found: "false" },
  ],
  unknown: ["dataCatalogEncryptionSettings", mode, passwords],
  presence: ["dataCatalogEncryptionSettings.encryptionAtRest.sseAwsKmsKeyId"],
});
