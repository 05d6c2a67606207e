import { bucketNameProblems } from "../lib/bucket-problems.ts";
import { countryProblems, rateProblems } from "../lib/firewall-rules.ts";
import { logRetentionProblems } from "../lib/log-retention.ts";
import type { Problem } from "../lib/problems.ts";
import type { ContentDeliveryArgs } from "./content-delivery.ts";
import { CLOUDFRONT_REGION, contentNames } from "./content-names.ts";

/** What the arguments come to once the defaults are filled in. */
export interface FilledContent {
  readonly countries: readonly string[];
  readonly connectOrigins: readonly string[];
  readonly requestsPerFiveMinutes: number;
  readonly logRetentionDays: number;
}

/** Everything that is wrong with the arguments, before anything is created. */
export function contentProblems({ deployment, domainName, certificateArn }: ContentDeliveryArgs, filled: FilledContent): readonly Problem[] {
  const { accessLogBucket } = contentNames(deployment);
  return [
    ...([deployment.region, deployment.recoveryRegion].includes(CLOUDFRONT_REGION) ? [] : [{
      argument: "deployment.region, deployment.recoveryRegion", value: [deployment.region, deployment.recoveryRegion],
      allowed: `one of them is ${CLOUDFRONT_REGION}: CloudFront logs there, and the log group's key must be there`, change: `Deploy content from a stack with ${CLOUDFRONT_REGION}`,
    }]),
    ...contentDomainProblems(domainName, certificateArn),
    ...countryProblems("countries", filled.countries),
    ...connectOriginProblems("connectOrigins", filled.connectOrigins),
    ...rateProblems("requestsPerFiveMinutes", filled.requestsPerFiveMinutes),
    ...logRetentionProblems("logRetentionDays", filled.logRetentionDays),
    ...bucketNameProblems(deployment.prefix, [accessLogBucket]),
  ];
}

/** Origins that a content security policy does not take; the stack's configuration asks the same. */
export function connectOriginProblems(argument: string, origins: readonly string[]): readonly Problem[] {
  return origins.flatMap((origin, index) => (/^https:\/\/[a-z0-9.-]+(?::\d+)?$/u.test(origin) ? [] : [{
    argument: `${argument}[${String(index)}]`, value: origin, allowed: "an origin such as https://api.example.org, without a path", change: "Leave the path out",
  }]));
}

/** What is wrong with the domain and its certificate; the stack's configuration asks the same. */
export function contentDomainProblems(domainName: string, certificateArn: string): readonly Problem[] {
  return [
    ...(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u.test(domainName) ? [] : [{ argument: "domainName", value: domainName, allowed: "a domain name in lower case, such as app.example.org", change: "Give such a name" }]),
    ...(new RegExp(`^arn:[^:]+:acm:${CLOUDFRONT_REGION}:`, "u").test(certificateArn) ? [] : [{
      argument: "certificateArn", value: certificateArn, allowed: `CloudFront takes certificates of ACM in ${CLOUDFRONT_REGION} only`, change: "Request the certificate there",
    }]),
  ];
}
