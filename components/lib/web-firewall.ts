import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { LogResourcePolicy } from "@pulumi/aws/cloudwatch/logResourcePolicy.js";
import { WebAcl } from "@pulumi/aws/wafv2/webAcl.js";
import { WebAclLoggingConfiguration } from "@pulumi/aws/wafv2/webAclLoggingConfiguration.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "./data-classification.ts";
import type { Deployment } from "./deployment.ts";
import { type FirewallLimits, firewallRules } from "./firewall-rules.ts";
import { logGroupDelivery } from "./log-group-delivery.ts";

/** What a web ACL stands before. */
export const FirewallScope = {
  /** APIs and user pools of one region. */
  Regional: "REGIONAL",
  /** CloudFront; such a web ACL lies in us-east-1. */
  CloudFront: "CLOUDFRONT",
} as const;
export type FirewallScope = (typeof FirewallScope)[keyof typeof FirewallScope];

export interface WebFirewallSpec {
  readonly deployment: Deployment;
  readonly scope: FirewallScope;
  /** Physical name of the web ACL; its log group is called after it. */
  readonly webAcl: string;
  readonly limits: FirewallLimits;
  /** Key of the log group, in the web ACL's region. */
  readonly logsKeyArn: pulumi.Input<string>;
  readonly logRetentionDays: number;
  /** Other log groups of the region that AWS's log delivery writes to. */
  readonly otherLogGroups?: readonly string[];
}

export interface WebFirewall {
  readonly webAcl: WebAcl;
  /** Lets AWS's log delivery write to the log groups. */
  readonly delivery: LogResourcePolicy;
}

/** Headers with credentials, which no log may keep. */
const CREDENTIALS = ["authorization", "cookie"] as const;

/**
 * A web ACL that logs each request to an encrypted log group. What may tell of a patient is replaced
 * before it is written: path, query, body and credentials.
 */
export function webFirewall(name: string, spec: WebFirewallSpec, parent: pulumi.Resource): WebFirewall {
  const { deployment, scope, webAcl: aclName, limits, logsKeyArn, logRetentionDays } = spec;
  const region = scope === FirewallScope.CloudFront ? { region: "us-east-1" } : {};
  const webAcl = new WebAcl(name, {
    ...region,
    name: aclName,
    description: "Blocks other countries, floods, oversized bodies and known attacks",
    scope,
    defaultAction: { allow: {} },
    rules: firewallRules(limits),
    ...(scope === FirewallScope.Regional ? { associationConfig: { requestBodies: [{ apiGateway: { defaultSizeInspectionLimit: `KB_${String(limits.bodyKib)}` } }] } } : {}),
    dataProtectionConfig: {
      dataProtections: [
        { action: "SUBSTITUTION", field: { fieldType: "SINGLE_HEADER", fieldKeys: [...CREDENTIALS] } },
        { action: "SUBSTITUTION", field: { fieldType: "QUERY_STRING" } },
        { action: "SUBSTITUTION", field: { fieldType: "BODY" } },
      ],
    },
    visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: aclName, sampledRequestsEnabled: false },
    tags: { Name: aclName },
  }, { parent });
  // WAF takes log groups by this beginning of the name only.
  const logGroupName = `aws-waf-logs-${aclName}`;
  const logGroup = new LogGroup(`${name}-log`, {
    ...region, name: logGroupName, kmsKeyId: logsKeyArn, retentionInDays: logRetentionDays, tags: classified("operational", { Name: logGroupName }),
  }, { parent: webAcl });
  const delivery = new LogResourcePolicy(`${name}-log-delivery`, {
    ...region,
    policyName: `${aclName}-log-delivery`,
    policyDocument: logGroupDelivery(deployment, [logGroupName, ...(spec.otherLogGroups ?? [])], region.region),
  }, { parent: webAcl });
  new WebAclLoggingConfiguration(`${name}-logging`, {
    ...region,
    resourceArn: webAcl.arn,
    logDestinationConfigs: [logGroup.arn],
    redactedFields: [{ uriPath: {} }, { queryString: {} }, ...CREDENTIALS.map((header) => ({ singleHeader: { name: header } }))],
  }, { parent: webAcl, dependsOn: [delivery] });
  return { webAcl, delivery };
}
