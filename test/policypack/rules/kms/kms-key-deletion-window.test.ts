import { kmsKeyDeletionWindow } from "../../../../policypack/rules/kms/kms-key-deletion-window.ts";
import { testRule } from "../../rule-tester.ts";

testRule(kmsKeyDeletionWindow, {
  compliant: [{ props: { deletionWindowInDays: 30, bypassPolicyLockoutSafetyCheck: false } }, { props: {} }, { type: "aws:kms/replicaKey:ReplicaKey", props: {} }],
  violating: [
    { why: "a week", props: { deletionWindowInDays: 7 }, property: "deletionWindowInDays", found: "7 days" },
    { why: "a day short", props: { deletionWindowInDays: 29 }, property: "deletionWindowInDays", found: "29 days" },
    { why: "no check for lockout", props: { bypassPolicyLockoutSafetyCheck: true }, property: "bypassPolicyLockoutSafetyCheck", found: "true" },
  ],
  unknown: ["deletionWindowInDays", "bypassPolicyLockoutSafetyCheck"],
});
