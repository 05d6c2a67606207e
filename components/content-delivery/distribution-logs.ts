import type { Distribution } from "@pulumi/aws/cloudfront/distribution.js";
import { LogDelivery } from "@pulumi/aws/cloudwatch/logDelivery.js";
import { LogDeliveryDestination } from "@pulumi/aws/cloudwatch/logDeliveryDestination.js";
import { LogDeliverySource } from "@pulumi/aws/cloudwatch/logDeliverySource.js";
import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { CLOUDFRONT_REGION, type ContentNames } from "./content-names.ts";

/**
 * What the log keeps of a request. No address, query, cookie or referrer: who looks at a clinic's
 * pages may be its patient. The web ACL's log has the address and the same request id.
 */
const LOGGED_FIELDS = [
  "date", "time", "x-edge-location", "sc-bytes", "cs-method", "cs(Host)", "cs-uri-stem", "sc-status", "x-edge-result-type", "x-edge-request-id",
  "x-host-header", "cs-protocol", "cs-bytes", "time-taken", "ssl-protocol", "ssl-cipher", "x-edge-response-result-type", "cs-protocol-version", "c-country",
];

export interface DistributionLogSettings {
  readonly names: ContentNames;
  readonly logsKeyArn: pulumi.Input<string>;
  readonly logRetentionDays: number;
  /** Lets AWS's log delivery write to the log group. */
  readonly permission: pulumi.Resource;
}

/** The distribution's access log, in an encrypted log group in us-east-1 (standard logging, version 2). */
export function createDistributionLog(distribution: Distribution, name: string, { names, logsKeyArn, logRetentionDays, permission }: DistributionLogSettings): LogGroup {
  const options = { parent: distribution };
  const region = CLOUDFRONT_REGION;
  const logGroup = new LogGroup(`${name}-access-log`, {
    region, name: names.logGroup, kmsKeyId: logsKeyArn, retentionInDays: logRetentionDays, tags: classified("operational", { Name: names.logGroup }),
  }, options);
  const source = new LogDeliverySource(`${name}-log-source`, { region, name: names.logDelivery, logType: "ACCESS_LOGS", resourceArn: distribution.arn }, options);
  const destination = new LogDeliveryDestination(`${name}-log-destination`, {
    region, name: names.logDelivery, outputFormat: "json", deliveryDestinationConfiguration: { destinationResourceArn: logGroup.arn },
  }, options);
  new LogDelivery(`${name}-log-delivery`, {
    region, deliverySourceName: source.name, deliveryDestinationArn: destination.arn, recordFields: LOGGED_FIELDS,
  }, { ...options, dependsOn: [permission] });
  return logGroup;
}
