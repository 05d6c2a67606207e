import { VpcLink } from "@pulumi/aws/apigatewayv2/vpcLink.js";
import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { Listener } from "@pulumi/aws/lb/listener.js";
import { LoadBalancer } from "@pulumi/aws/lb/loadBalancer.js";
import { TargetGroup } from "@pulumi/aws/lb/targetGroup.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type * as pulumi from "@pulumi/pulumi";
import { apiNames, targetGroupName } from "./api-names.ts";
import type { ApiBackend } from "./api-settings.ts";
import { type BalancerLogSettings, createBalancerLogs } from "./balancer-logs.ts";

/** What routes to the cluster are made of. */
export interface PrivateBackend {
  readonly vpcLink: VpcLink;
  readonly loadBalancer: LoadBalancer;
  readonly targetGroup: TargetGroup;
  /** Until the listener is there, requests go nowhere. */
  readonly listener: Listener;
  readonly hostName: string;
  /** Whether API Gateway checks who issued the certificate it is shown. */
  readonly publicCertificate: boolean;
}

const HTTPS = 443;

/**
 * The way to the cluster that no one else can take. A network load balancer, because it reads no
 * requests: the paths of records would stand in the log of an application load balancer.
 */
export function createBackend(parent: pulumi.Resource, name: string, backend: ApiBackend, logs: BalancerLogSettings): PrivateBackend {
  const { deployment } = logs;
  const names = apiNames(deployment);
  const port = backend.port ?? 8443;
  const publicCertificate = backend.certificateArn !== undefined;
  const protocol = publicCertificate ? "TLS" : "TCP";

  const link = group(`${name}-link`, names.linkGroup, "VPC link of the API: to the load balancer only", backend.vpcId, parent);
  const balancer = group(`${name}-balancer`, names.balancerGroup, "Load balancer of the API: from the VPC link, to the workloads", backend.vpcId, parent);
  const rules = [
    egress(`${name}-link-to-balancer`, link.id, balancer.id, HTTPS, "Requests to the load balancer", parent),
    ingress(`${name}-balancer-from-link`, balancer.id, link.id, HTTPS, "Requests from the API", parent),
    egress(`${name}-balancer-to-workloads`, balancer.id, backend.workloadSecurityGroupId, port, "Requests and health checks to the workloads", parent),
    ingress(`${name}-workloads-from-balancer`, backend.workloadSecurityGroupId, balancer.id, port, "Requests of the API and health checks", parent),
  ];
  const logBucket = createBalancerLogs(parent, name, logs);
  const loadBalancer = new LoadBalancer(`${name}-balancer`, {
    name: names.loadBalancer,
    loadBalancerType: "network",
    internal: true,
    subnets: backend.subnetIds,
    securityGroups: [balancer.id],
    enableDeletionProtection: true,
    enableCrossZoneLoadBalancing: true,
    accessLogs: { bucket: logBucket.bucket.bucket, enabled: true },
    tags: { Name: names.loadBalancer },
  }, { parent, dependsOn: [...logBucket.guards, ...rules] });
  const targetGroup = createTargets(name, loadBalancer, { ...backend, port, protocol, targetGroup: targetGroupName(deployment, protocol, port) });
  const listener = new Listener(`${name}-listener`, {
    loadBalancerArn: loadBalancer.arn,
    port: HTTPS,
    protocol,
    ...(backend.certificateArn === undefined ? {} : { certificateArn: backend.certificateArn, sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }),
    defaultActions: [{ type: "forward", targetGroupArn: targetGroup.arn }],
  }, { parent: loadBalancer });
  const vpcLink = new VpcLink(`${name}-vpc-link`, {
    name: names.vpcLink, subnetIds: backend.subnetIds, securityGroupIds: [link.id], tags: { Name: names.vpcLink },
  }, { parent, dependsOn: [...rules] });
  return { vpcLink, loadBalancer, targetGroup, listener, publicCertificate, hostName: backend.hostName ?? defaultHostName(deployment.prefix) };
}

/** Name in the certificate of workloads where no other is given; `internal` is no public domain. */
export function defaultHostName(prefix: string): string {
  return `records.${prefix}.internal`;
}

/** The cluster's load balancer controller registers the pods (TargetGroupBinding). */
function createTargets(
  name: string, parent: LoadBalancer, { vpcId, port, protocol, healthCheckPath, targetGroup }: ApiBackend & { readonly port: number; readonly protocol: string; readonly targetGroup: string },
): TargetGroup {
  return new TargetGroup(`${name}-targets`, {
    name: targetGroup,
    vpcId, port, protocol,
    targetType: "ip",
    // The workloads see the load balancer, so their group needs no rule for anybody else.
    preserveClientIp: "false",
    deregistrationDelay: 60,
    healthCheck: { protocol: "HTTPS", path: healthCheckPath ?? "/healthz", port: String(port), matcher: "200", interval: 10, timeout: 5, healthyThreshold: 3, unhealthyThreshold: 3 },
    tags: { Name: targetGroup },
  }, { parent });
}

function group(name: string, physicalName: string, description: string, vpcId: pulumi.Input<string>, parent: pulumi.Resource): SecurityGroup {
  return new SecurityGroup(`${name}-group`, { name: physicalName, description, vpcId, revokeRulesOnDelete: true, tags: { Name: physicalName } }, { parent });
}

function egress(name: string, securityGroupId: pulumi.Input<string>, referencedSecurityGroupId: pulumi.Input<string>, port: number, description: string, parent: pulumi.Resource): pulumi.Resource {
  return new SecurityGroupEgressRule(name, { securityGroupId, referencedSecurityGroupId, ipProtocol: "tcp", fromPort: port, toPort: port, description }, { parent });
}

function ingress(name: string, securityGroupId: pulumi.Input<string>, referencedSecurityGroupId: pulumi.Input<string>, port: number, description: string, parent: pulumi.Resource): pulumi.Resource {
  return new SecurityGroupIngressRule(name, { securityGroupId, referencedSecurityGroupId, ipProtocol: "tcp", fromPort: port, toPort: port, description }, { parent });
}
