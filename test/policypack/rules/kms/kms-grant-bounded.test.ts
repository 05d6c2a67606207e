import { kmsGrantBounded } from "../../../../policypack/rules/kms/kms-grant-bounded.ts";
import { testRule } from "../../rule-tester.ts";

testRule(kmsGrantBounded, {
  compliant: [
    { props: { keyId: "1", granteePrincipal: "arn:aws:iam::123456789012:role/records", operations: ["Decrypt", "GenerateDataKey"] } },
    { props: { granteePrincipal: "arn:aws:iam::123456789012:role/123456789012", operations: ["Decrypt", "Encrypt", "GenerateDataKey", "ReEncryptFrom", "ReEncryptTo"] } },
    { props: { granteePrincipal: "arn:aws:iam::123456789012:rootless", operations: [] } },
  ],
  violating: [
    { why: "a whole account", props: { granteePrincipal: "arn:aws:iam::123456789012:root" }, property: "granteePrincipal", found: "more than one principal" },
    { why: "a whole account by its number", props: { granteePrincipal: "123456789012" }, property: "granteePrincipal", found: "more than one principal" },
    { why: "a pattern", props: { granteePrincipal: "arn:aws:iam::123456789012:role/*" }, property: "granteePrincipal", found: "more than one principal" },
    { why: "passed on", props: { operations: ["Decrypt", "CreateGrant"] }, property: "operations", found: "CreateGrant, which passes the grant on" },
    { why: "everything", props: { operations: ["Decrypt", "Encrypt", "GenerateDataKey", "ReEncryptFrom", "ReEncryptTo", "DescribeKey"] }, property: "operations", found: "6 operations" },
  ],
  unknown: ["operations"],
  presence: ["granteePrincipal", "keyId"],
});
