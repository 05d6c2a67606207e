import { efsPolicyTlsOnly } from "../../../../policypack/rules/efs/efs-policy-tls-only.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const denial = { Effect: "Deny", Principal: { AWS: "*" }, Action: "*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } };
const policy = (change: object) => JSON.stringify({ Version: "2012-10-17", Statement: [{ ...denial, ...change }] });
const changed = (why: string, change: object) => ({
  why, change: { tls: { props: { policy: policy(change) } } }, blamed: "tls", property: "policy", found: "clients without TLS are not denied",
});
const subject = { type: "aws:efs/fileSystem:FileSystem", props: { encrypted: true } };
const tls = { type: "aws:efs/fileSystemPolicy:FileSystemPolicy", props: { policy: policy({}) }, refs: { fileSystemId: "subject.id" } };

testStackRule(efsPolicyTlsOnly, {
  compliant: [
    { subject, tls },
    { subject, tls: { ...tls, props: { policy: policy({ Principal: "*", Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite", "elasticfilesystem:ClientRootAccess"] }) } } },
  ],
  violating: [
    { why: "no policy", change: { tls: null }, blamed: "subject", property: "policy", found: "no policy" },
    changed("an allowance", { Effect: "Allow" }),
    changed("reading only", { Action: "elasticfilesystem:ClientMount" }),
    changed("one principal", { Principal: { AWS: "arn:aws:iam::123456789012:role/app" } }),
    changed("the other way round", { Condition: { Bool: { "aws:SecureTransport": "true" } } }),
  ],
  unknown: [["tls", "policy"]],
});
