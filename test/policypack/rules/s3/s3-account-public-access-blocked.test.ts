import { s3AccountPublicAccessBlocked } from "../../../../policypack/rules/s3/s3-account-public-access-blocked.ts";
import { oncePerAccount } from "../../once-per-account.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const all = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };

testStackRule(s3AccountPublicAccessBlocked, {
  compliant: [
    {
      phi: { type: "aws:s3/bucket:Bucket" },
      account: { type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", props: all },
    },
  ],
  violating: [
    { why: "no block", change: { account: null }, blamed: "phi", property: "bucket", found: "no AccountPublicAccessBlock in the stack" },
    { why: "one way open", change: { account: { props: { blockPublicPolicy: false } } }, blamed: "account", property: "blockPublicPolicy", found: "false" },
    { why: "one way left to the default", change: { account: { props: { ignorePublicAcls: undefined } } }, blamed: "account", property: "ignorePublicAcls", found: "false" },
  ],
  unknown: [["account", "restrictPublicBuckets"]],
  configured: oncePerAccount({ phi: { type: "aws:s3/bucket:Bucket" } }, "phi", "bucket", "no AccountPublicAccessBlock in the stack"),
});
