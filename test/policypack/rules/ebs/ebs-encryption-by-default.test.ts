import { ebsEncryptionByDefault } from "../../../../policypack/rules/ebs/ebs-encryption-by-default.ts";
import { oncePerAccount } from "../../once-per-account.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const host = { type: "aws:ec2/instance:Instance" };
const setting = { type: "aws:ebs/encryptionByDefault:EncryptionByDefault", props: { enabled: true } };

testStackRule(ebsEncryptionByDefault, {
  compliant: [{ host, setting }, { setting: { ...setting, props: {} } }],
  violating: [
    { why: "no setting", change: { setting: null }, blamed: "host", property: "encrypted", found: "no EncryptionByDefault in the stack" },
    { why: "switched off", change: { setting: { props: { enabled: false } } }, blamed: "setting", property: "enabled", found: "false" },
  ],
  unknown: [["setting", "enabled"]],
  configured: oncePerAccount({ host }, "host", "encrypted", "no EncryptionByDefault in the stack"),
});
