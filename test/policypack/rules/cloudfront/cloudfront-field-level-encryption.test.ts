import { cloudfrontFieldLevelEncryption } from "../../../../policypack/rules/cloudfront/cloudfront-field-level-encryption.ts";
import { testRule } from "../../rule-tester.ts";

const behavior = (change: object) => ({ defaultCacheBehavior: { allowedMethods: ["GET", "POST"], fieldLevelEncryptionId: "F1", ...change } });

testRule(cloudfrontFieldLevelEncryption, {
  compliant: [{ props: behavior({}) }, { props: { defaultCacheBehavior: { allowedMethods: ["GET", "HEAD"] } } }],
  violating: [
    { why: "forms in plain text", props: { defaultCacheBehavior: { allowedMethods: ["GET", "POST"] } }, property: "defaultCacheBehavior.fieldLevelEncryptionId", found: "nothing" },
    {
      why: "for tenants",
      fixture: { type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution" },
      props: { defaultCacheBehavior: { allowedMethods: { items: ["POST"] } } },
      property: "defaultCacheBehavior.fieldLevelEncryptionId",
      found: "nothing",
    },
  ],
  unknown: ["defaultCacheBehavior", "defaultCacheBehavior.allowedMethods"],
  presence: ["defaultCacheBehavior.fieldLevelEncryptionId"],
});
