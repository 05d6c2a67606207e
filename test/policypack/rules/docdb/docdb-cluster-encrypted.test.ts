import { docdbClusterEncrypted } from "../../../../policypack/rules/docdb/docdb-cluster-encrypted.ts";
import { testRule } from "../../rule-tester.ts";

testRule(docdbClusterEncrypted, {
  compliant: [{ props: { storageEncrypted: true, kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/graph" } }],
  violating: [
    { why: "switched off", props: { storageEncrypted: false }, property: "storageEncrypted", found: "false" },
    { why: "left to the default", props: { storageEncrypted: undefined }, property: "storageEncrypted", found: "nothing, so false" },
  ],
  unknown: ["storageEncrypted"],
  presence: ["kmsKeyId"],
});
