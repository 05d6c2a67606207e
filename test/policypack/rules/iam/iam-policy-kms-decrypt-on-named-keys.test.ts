import { iamPolicyKmsDecryptOnNamedKeys } from "../../../../policypack/rules/iam/iam-policy-kms-decrypt-on-named-keys.ts";
import { allow, DENY_ALL, policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const keys = "arn:aws:kms:us-east-1:123456789012:key/";
const decrypt = (change: object) => ({ policy: policyText(allow({ Action: "kms:Decrypt", Resource: `${keys}*`, ...change })) });
const aliases = (operator: string, value: string) => decrypt({ Condition: { [operator]: { "kms:ResourceAliases": value } } });
const open = { property: "policy.Statement[0]", found: "kms:Decrypt on every key" };

testRule(iamPolicyKmsDecryptOnNamedKeys, {
  compliant: [
    { props: decrypt({ Resource: `${keys}11111111-2222-3333-4444-555555555555` }) },
    { props: aliases("ForAnyValue:StringEquals", "alias/phi-data") },
    { props: decrypt({ Condition: { StringEquals: { "aws:ResourceTag/Class": "phi" } } }) },
    { props: decrypt({ Action: "kms:GenerateDataKey" }) },
    { props: { policy: policyText(DENY_ALL) } },
  ],
  violating: [
    { why: "everything", props: decrypt({ Resource: "*" }), ...open },
    { why: "every key of the account", props: decrypt({}), ...open },
    { why: "every key of every account", props: decrypt({ Resource: "arn:aws:kms:*:*:key/*" }), ...open },
    { why: "the whole service", props: decrypt({ Action: "kms:*" }), property: open.property, found: "kms:Decrypt, kms:ReEncryptFrom, kms:ReEncryptTo on every key" },
    { why: "re-encryption", props: decrypt({ Action: "kms:ReEncrypt*" }), property: open.property, found: "kms:ReEncryptFrom, kms:ReEncryptTo on every key" },
    { why: "through a service only", props: decrypt({ Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } }), ...open },
    { why: "any alias", props: aliases("ForAnyValue:StringLike", "alias/*"), ...open },
    { why: "an alias, or any", props: decrypt({ Condition: { "ForAnyValue:StringLike": { "kms:ResourceAliases": ["alias/phi-data", "*"] } } }), ...open },
    { why: "no alias at all", props: decrypt({ Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": [] } } }), ...open },
    { why: "keys without an alias as well", props: aliases("ForAllValues:StringEquals", "alias/phi-data"), ...open },
    {
      why: "inline",
      fixture: { type: "aws:iam/rolePolicy:RolePolicy" },
      props: decrypt({}),
      ...open,
    },
  ],
  unknown: ["policy"],
});
