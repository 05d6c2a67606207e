import { neptuneClusterEncrypted } from "../../../../policypack/rules/neptune/neptune-cluster-encrypted.ts";
import { testRule } from "../../rule-tester.ts";

testRule(neptuneClusterEncrypted, {
  compliant: [{ props: { storageEncrypted: true, kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/graph" } }],
  violating: [
    { why: "switched off", props: { storageEncrypted: false }, property: "storageEncrypted", found: "false" },
    { why: "left to the default", props: { storageEncrypted: undefined }, property: "storageEncrypted", found: "nothing, so false" },
  ],
  unknown: ["storageEncrypted"],
  presence: ["kmsKeyArn"],
});
