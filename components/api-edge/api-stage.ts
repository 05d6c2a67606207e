import { Account } from "@pulumi/aws/apigateway/account.js";
import { ClientCertificate } from "@pulumi/aws/apigateway/clientCertificate.js";
import { Deployment as ApiDeployment } from "@pulumi/aws/apigateway/deployment.js";
import { MethodSettings } from "@pulumi/aws/apigateway/methodSettings.js";
import { Stage } from "@pulumi/aws/apigateway/stage.js";
import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Role } from "@pulumi/aws/iam/role.js";
import * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { attachManaged } from "../lib/managed-policy.ts";
import { serviceTrustIfSourceSent } from "../lib/policy-document.ts";
import { ACCESS_LOG_FORMAT } from "./access-log-format.ts";
import { apiNames, STAGE } from "./api-names.ts";
import type { ApiRoute } from "./api-routes.ts";
import { type ApiThrottle, THROTTLE } from "./api-settings.ts";
import type { PrivateBackend } from "./private-backend.ts";
import type { Api, ApiSpec } from "./rest-api.ts";

export interface StageSpec {
  readonly deployment: Deployment;
  readonly logsKeyArn: pulumi.Input<string>;
  readonly logRetentionDays: number;
  readonly throttle: ApiThrottle;
}

/** What is served: a snapshot of the API's methods, logged, traced and throttled. */
export interface ServedApi {
  readonly stage: Stage;
  readonly accessLog: LogGroup;
  readonly clientCertificate: ClientCertificate;
}

/**
 * A snapshot of the methods, taken again whenever what they consist of changes: API Gateway serves the
 * last snapshot, not the methods as they are.
 */
export function createSnapshot(name: string, api: Api, spec: ApiSpec, backend: PrivateBackend | undefined, methods: readonly pulumi.Resource[]): ApiDeployment {
  const targets = spec.routes.flatMap(({ functionArn }) => functionArn ?? []);
  return new ApiDeployment(`${name}-snapshot`, {
    restApi: api.restApi.id,
    triggers: {
      content: contentOf(spec, backend),
      ...(targets.length === 0 ? {} : { functions: pulumi.all(targets).apply((arns) => arns.join(" ")) }),
      ...(backend === undefined ? {} : { link: backend.vpcLink.id, balancer: backend.loadBalancer.arn }),
    },
  }, { parent: api.restApi, dependsOn: [...methods, api.policy] });
}

/** Everything plain that the methods are made of, as text. */
function contentOf({ routes, models, policy }: ApiSpec, backend: PrivateBackend | undefined): string {
  const plain = routes.map(({ method, path, scope, requestModel }: ApiRoute) => ({ method, path, scope, requestModel }));
  return JSON.stringify({ routes: plain, models, policy, hostName: backend?.hostName, publicCertificate: backend?.publicCertificate });
}

export function createStage(parent: pulumi.Resource, name: string, api: Api, snapshot: ApiDeployment, spec: StageSpec): ServedApi {
  const { deployment, logsKeyArn, logRetentionDays, throttle } = spec;
  const names = apiNames(deployment);
  const account = createLoggingRole(parent, name, deployment);
  const logGroup = (suffix: string, logGroupName: pulumi.Input<string>): LogGroup => new LogGroup(`${name}-${suffix}`, {
    name: logGroupName, kmsKeyId: logsKeyArn, retentionInDays: logRetentionDays, tags: classified("operational"),
  }, { parent });
  const accessLog = logGroup("access-log", names.accessLogGroup);
  // API Gateway would make it by itself, open for ever and under AWS's own key.
  const executionLog = logGroup("execution-log", pulumi.interpolate`API-Gateway-Execution-Logs_${api.restApi.id}/${STAGE}`);
  const clientCertificate = new ClientCertificate(`${name}-client-certificate`, {
    description: `Shows the workloads of ${names.api} that a request comes from the API`, tags: { Name: names.api },
  }, { parent: api.restApi });
  const stage = new Stage(`${name}-stage`, {
    restApi: api.restApi.id,
    deployment: snapshot.id,
    stageName: STAGE,
    description: "What callers reach",
    accessLogSettings: { destinationArn: accessLog.arn, format: ACCESS_LOG_FORMAT },
    cacheClusterEnabled: false,
    clientCertificateId: clientCertificate.id,
    xrayTracingEnabled: true,
    tags: { Name: `${names.api}-${STAGE}` },
  }, { parent: api.restApi, dependsOn: [account, executionLog] });
  new MethodSettings(`${name}-settings`, {
    restApi: api.restApi.id,
    stageName: stage.stageName,
    methodPath: "*/*",
    settings: {
      loggingLevel: "ERROR", dataTraceEnabled: false, metricsEnabled: true, cachingEnabled: false, cacheDataEncrypted: true,
      throttlingRateLimit: throttle.ratePerSecond ?? THROTTLE.ratePerSecond, throttlingBurstLimit: throttle.burst ?? THROTTLE.burst,
    },
  }, { parent: stage, dependsOn: [account] });
  return { stage, accessLog, clientCertificate };
}

/** API Gateway's right to write logs, which is one setting for the region. AWS's own policy, as it refuses roles with less. */
function createLoggingRole(parent: pulumi.Resource, name: string, deployment: Deployment): Account {
  const role = new Role(`${name}-logging-role`, {
    name: apiNames(deployment).loggingRole,
    description: "Lets API Gateway write its logs",
    assumeRolePolicy: serviceTrustIfSourceSent("apigateway.amazonaws.com", deployment.accountId),
  }, { parent });
  const permission = attachManaged(`${name}-logging-permission`, {
    deployment, role: role.name, policy: "service-role/AmazonAPIGatewayPushToCloudWatchLogs",
    reason: "API Gateway writes access and execution logs, and refuses a role that may do less than this policy",
  }, { parent: role });
  return new Account(`${name}-logging`, { cloudwatchRoleArn: role.arn }, { parent, dependsOn: [permission] });
}
