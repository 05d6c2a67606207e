import { cloudfrontViewersUseHttps } from "../../../../policypack/rules/cloudfront/cloudfront-viewers-use-https.ts";
import { testRule } from "../../rule-tester.ts";

const behavior = (viewerProtocolPolicy?: string) => ({ targetOriginId: "app", viewerProtocolPolicy });

testRule(cloudfrontViewersUseHttps, {
  compliant: [
    { props: { defaultCacheBehavior: behavior("redirect-to-https"), orderedCacheBehaviors: [behavior("https-only")] } },
    { type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution", props: { defaultCacheBehavior: behavior("https-only") } },
  ],
  violating: [
    { why: "everything", props: { defaultCacheBehavior: behavior("allow-all") }, property: "defaultCacheBehavior.viewerProtocolPolicy", found: "allow-all" },
    { why: "one path", props: { orderedCacheBehaviors: [behavior("https-only"), behavior("allow-all")] }, property: "orderedCacheBehaviors[1].viewerProtocolPolicy", found: "allow-all" },
    { why: "not said", props: { defaultCacheBehavior: behavior() }, property: "defaultCacheBehavior.viewerProtocolPolicy", found: "nothing" },
  ],
  unknown: ["defaultCacheBehavior", "orderedCacheBehaviors[0].viewerProtocolPolicy"],
});
