import { cloudfrontAccessLogs } from "../../../../policypack/rules/cloudfront/cloudfront-access-logs.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const silent = { blamed: "site", property: "loggingConfig.bucket", found: "no access log" };
const delivery = (logType: string) => ({ type: "aws:cloudwatch/logDeliverySource:LogDeliverySource", props: { logType }, refs: { resourceArn: "site.arn" } });

testStackRule(cloudfrontAccessLogs, {
  compliant: [
    { site: { type: "aws:cloudfront/distribution:Distribution", props: { loggingConfig: { bucket: "logs.s3.amazonaws.com" } } } },
    { bucket: { type: "aws:s3/bucket:Bucket" }, site: { type: "aws:cloudfront/distribution:Distribution", refs: { "loggingConfig.bucket": "bucket.bucketDomainName" } } },
    { site: { type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution" }, delivery: delivery("ACCESS_LOGS") },
  ],
  violating: [
    { why: "none", change: { site: { props: { loggingConfig: undefined } } }, ...silent },
    { why: "no bucket", change: { site: { props: { loggingConfig: { includeCookies: false } } } }, ...silent },
    { why: "another log", of: 2, change: { delivery: delivery("CONNECTION_LOGS") }, ...silent },
    { why: "no delivery", of: 2, change: { delivery: null }, ...silent },
  ],
});
