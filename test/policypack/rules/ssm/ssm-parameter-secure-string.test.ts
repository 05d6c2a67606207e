import { ssmParameterSecureString } from "../../../../policypack/rules/ssm/ssm-parameter-secure-string.ts";
import { testRule } from "../../rule-tester.ts";

const key = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";

testRule(ssmParameterSecureString, {

  compliant: [
    { props: { name: "/hipaa/db/password", type: "SecureString", keyId: key } },
  ],
  violating: [
    { why: "a password in the clear", props: { type: "String", keyId: undefined }, property: "type", found: "String" },
    { why: "a list of tokens", props: { name: "/hipaa/tokens", type: "StringList" }, property: "type", found: "StringList" },
    { why: "PHI in the clear", props: { name: "/hipaa/x", type: "String", tagsAll: { DataClassification: "phi" } }, property: "type", found: "String" },
    ...["password", "passwd", "PASSWORD", "secret", "credentials", "private-key", "privatekey", "api-key", "apikey", "access-key", "accesskey", "token", "token-arn-old", "secret-idle"].map((name) => ({
      why: name, props: { name: `/hipaa/db/${name}`, type: undefined, keyId: undefined }, property: "type", found: "String",
    })),
    { why: "a secret by its tag", props: { name: "/hipaa/x", type: "String", tagsAll: { DataClassification: "secret" } }, property: "type", found: "String" },
    { why: "the AWS-managed key", props: { keyId: undefined }, property: "keyId", found: "nothing, so the AWS-managed key" },
  ],
  unknown: ["type"],
  presence: ["keyId", "name"],
  notApplicable: ["endpoint", "secret-arn", "secret-name", "token-id", "token-url", "credential-alias", "token-ttl", "pass", "passage", "key"].map((name) => ({
    why: `a plain ${name}`, props: { name: `/hipaa/db/${name}`, type: "String", keyId: undefined },
  })),
});
