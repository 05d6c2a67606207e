import { kmsKeyRotation } from "../../../../policypack/rules/kms/kms-key-rotation.ts";
import { testRule } from "../../rule-tester.ts";

testRule(kmsKeyRotation, {
  compliant: [{ props: { enableKeyRotation: true, rotationPeriodInDays: 365, customerMasterKeySpec: "SYMMETRIC_DEFAULT" } }, { props: { enableKeyRotation: true } }],
  violating: [
    { why: "no rotation", props: { enableKeyRotation: false }, property: "enableKeyRotation", found: "false" },
    { why: "left to the default", props: { enableKeyRotation: undefined }, property: "enableKeyRotation", found: "false" },
    { why: "every other year", props: { rotationPeriodInDays: 730 }, property: "rotationPeriodInDays", found: "730 days" },
  ],
  unknown: ["enableKeyRotation", "rotationPeriodInDays", "customerMasterKeySpec"],
  notApplicable: [
    { why: "an HMAC key", props: { customerMasterKeySpec: "HMAC_256", enableKeyRotation: undefined } },
    { why: "a key in an external store", props: { customKeyStoreId: "cks-1", enableKeyRotation: undefined } },
  ],
});
