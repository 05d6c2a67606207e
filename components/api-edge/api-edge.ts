import { WebAclAssociation } from "@pulumi/aws/wafv2/webAclAssociation.js";
import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { refuseProblems } from "../lib/problems.ts";
import { FirewallScope, webFirewall } from "../lib/web-firewall.ts";
import { createDomain } from "./api-domain.ts";
import { createMethods } from "./api-methods.ts";
import type { ApiModel } from "./api-models.ts";
import { apiNames } from "./api-names.ts";
import { apiPolicy } from "./api-policy.ts";
import { apiProblems, filledApi, type FilledApi } from "./api-problems.ts";
import type { ApiRoute } from "./api-routes.ts";
import type { ApiBackend, ApiDomain, ApiThrottle } from "./api-settings.ts";
import { createSnapshot, createStage } from "./api-stage.ts";
import { createBackend } from "./private-backend.ts";
import { createApi } from "./rest-api.ts";

export interface ApiEdgeArgs {
  readonly deployment: Deployment;
  /** User pool whose tokens the API takes; the web ACL guards its sign-in page as well. */
  readonly userPoolArn: pulumi.Input<string>;
  /** Key of the log groups. */
  readonly logsKeyArn: pulumi.Input<string>;
  /**
   * The way to the cluster; needed by routes without a function of their own.
   * @default none
   */
  readonly backend?: ApiBackend;
  /**
   * Operations of the API.
   * @default create, read, change and delete one patient record, answered by the cluster
   */
  readonly routes?: ApiRoute[];
  /**
   * Forms of request bodies that routes name.
   * @default those of the records API
   */
  readonly models?: ApiModel[];
  /**
   * Networks that may call, as IPv4 ranges.
   * @default any address that has a token
   */
  readonly allowedCidrs?: string[];
  /**
   * Countries that requests and sign-ins may come from, as ISO 3166-1 codes.
   * @default ["US"]
   */
  readonly countries?: string[];
  /**
   * Requests of one address within five minutes after which it is blocked.
   * @default 2000
   */
  readonly requestsPerFiveMinutes?: number;
  /** @default 100 requests a second, 200 at once */
  readonly throttle?: ApiThrottle;
  /**
   * Days for which the logs are kept; CloudWatch takes certain numbers only.
   * @default 365 (S4-102)
   */
  readonly logRetentionDays?: number;
  /**
   * Bucket for the access log of the load balancer's log bucket; its policy must let S3 deliver there.
   * @default a bucket of the component's own
   */
  readonly accessLogBucketName?: string;
  /**
   * Domain of the API.
   * @default the address that AWS gives
   */
  readonly domain?: ApiDomain;
}

/**
 * The way in: a web ACL before a REST API, and a private way from there to the cluster or to functions.
 *
 * Guarantees: every method asks for a token of the user pool with the scope of the operation; bodies
 * and parameters are checked against models before anything sees them; a web ACL blocks other
 * countries, floods, oversized bodies and known attacks, before the API and before sign-in; the API
 * takes its own routes only, over TLS 1.2 or newer; the load balancer is reached by the API alone, the
 * workloads by the load balancer alone, with TLS to the workload; access, execution and web ACL logs are
 * encrypted and hold no path, query, body, address or credential that could tell of a patient, but the
 * caller's address in the web ACL's; nothing is cached; requests are traced. The certificate that the
 * API shows the workloads lasts a year, and is replaced by hand.
 *
 * Requirement rows: S1-01, S1-02, S1-03, S1-34, S3-01, S3-04, S3-05, S3-06, S3-21, S5-05.
 * Upholds 45 CFR 164.312(a)(1), 164.312(b), 164.312(d), 164.312(e)(1), 164.312(e)(2)(i), 164.312(e)(2)(ii), 164.308(a)(1)(ii)(B).
 *
 * #### Cost
 * Web ACL 12 USD a month (5 and 1 for each of seven rules), 0.60 USD per million requests; API 3.50 USD per
 * million requests; load balancer 16.43 USD and its load; domain and VPC link nothing. A small clinic:
 * about 30 USD a month, without a backend about 13.
 *
 * @example
 * ```typescript
 * const edge = new ApiEdge("hipaa-dev-edge", {
 *   deployment,
 *   userPoolArn: identity.userPoolArn,
 *   logsKeyArn: keys.keyArn(KeyClass.Logs),
 *   backend: { vpcId: network.vpcId, subnetIds: network.privateSubnetIds, workloadSecurityGroupId: network.appSecurityGroupId },
 * });
 * ```
 */
export class ApiEdge extends pulumi.ComponentResource {
  /** Id of the API. */
  readonly apiId: pulumi.Output<string>;
  /** Name of the API, by which CloudWatch counts its requests. */
  readonly apiName: pulumi.Output<string>;
  /** Name of the stage. */
  readonly stageName: pulumi.Output<string>;
  /** Address under which the routes are called. */
  readonly url: pulumi.Output<string>;
  /** Where a domain of one's own points to; empty without one. */
  readonly domainTarget: pulumi.Output<string>;
  /** Name of the web ACL, by which CloudWatch counts what it blocks. */
  readonly webAclName: pulumi.Output<string>;
  /** ARN of the web ACL. */
  readonly webAclArn: pulumi.Output<string>;
  /** Target group to which the cluster registers its pods; empty without a backend. */
  readonly targetGroupArn: pulumi.Output<string>;
  /** Load balancer, as CloudWatch names it (`net/<name>/<id>`); empty without a backend. */
  readonly loadBalancerMetricName: pulumi.Output<string>;
  /** Target group, as CloudWatch names it (`targetgroup/<name>/<id>`); empty without a backend. */
  readonly targetGroupMetricName: pulumi.Output<string>;
  /** Log group of the access log. */
  readonly accessLogGroupName: pulumi.Output<string>;
  /** Certificate that the API shows the workloads, in PEM. */
  readonly clientCertificate: pulumi.Output<string>;

  constructor(name: string, args: ApiEdgeArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:ApiEdge", name, {}, opts);
    const filled = filledApi(args);
    refuseProblems(apiProblems(args, filled), this, name);

    const { deployment, domain, userPoolArn, logsKeyArn } = args;
    const { logRetentionDays } = filled;
    const backend = args.backend === undefined ? undefined : createBackend(this, name, args.backend, { ...args, retentionDays: logRetentionDays });
    const spec = { ...filled, deployment, userPoolArn, hasDomain: domain !== undefined, policy: apiPolicy(deployment, filled.routes, filled.allowedCidrs) };
    const api = createApi(this, name, spec);
    const methods = createMethods(name, deployment, api, filled.routes, backend);
    const snapshot = createSnapshot(name, api, spec, backend, methods);
    const served = createStage(this, name, api, snapshot, { deployment, logsKeyArn, logRetentionDays, throttle: args.throttle ?? {} });
    const webAcl = createFirewall(this, name, args, filled, served.stage.arn);
    const domainName = domain === undefined ? undefined : createDomain(this, name, domain, api, served);

    const none = pulumi.output("");
    this.apiId = api.restApi.id;
    this.apiName = api.restApi.name;
    this.stageName = served.stage.stageName;
    this.url = domain === undefined ? served.stage.invokeUrl : pulumi.output(`https://${domain.name}`);
    this.domainTarget = domainName?.regionalDomainName ?? none;
    this.webAclName = webAcl.name;
    this.webAclArn = webAcl.arn;
    this.targetGroupArn = backend?.targetGroup.arn ?? none;
    this.loadBalancerMetricName = backend?.loadBalancer.arnSuffix ?? none;
    this.targetGroupMetricName = backend?.targetGroup.arnSuffix ?? none;
    this.accessLogGroupName = served.accessLog.name;
    this.clientCertificate = served.clientCertificate.pemEncodedCertificate;
    this.registerOutputs({
      apiId: this.apiId, apiName: this.apiName, stageName: this.stageName, url: this.url, domainTarget: this.domainTarget,
      webAclName: this.webAclName, webAclArn: this.webAclArn, targetGroupArn: this.targetGroupArn, loadBalancerMetricName: this.loadBalancerMetricName,
      targetGroupMetricName: this.targetGroupMetricName, accessLogGroupName: this.accessLogGroupName, clientCertificate: this.clientCertificate,
    });
  }
}

/** The web ACL, before the API and before sign-in. */
function createFirewall(parent: ApiEdge, name: string, { deployment, logsKeyArn, userPoolArn }: ApiEdgeArgs, filled: FilledApi, stageArn: pulumi.Input<string>) {
  const { webAcl } = webFirewall(`${name}-firewall`, {
    deployment, logsKeyArn,
    scope: FirewallScope.Regional,
    webAcl: apiNames(deployment).webAcl,
    limits: { countries: filled.countries, requestsPerFiveMinutes: filled.requestsPerFiveMinutes, bodyKib: 64 },
    logRetentionDays: filled.logRetentionDays,
  }, parent);
  for (const [guarded, resourceArn] of [["api", stageArn], ["sign-in", userPoolArn]] as const) {
    new WebAclAssociation(`${name}-firewall-${guarded}`, { webAclArn: webAcl.arn, resourceArn }, { parent: webAcl });
  }
  return webAcl;
}
