import { CloudError } from "../cloud-error.ts";
import { inWordsOf, loosely, type Reference } from "../references.ts";
import type { ResourceContext, ResourceModels } from "../resource-model.ts";
import { parseArn } from "./arn.ts";
import { bucketAnywhere, logGroup, securityGroup, subnet, vpc } from "./references.ts";
import { byArn, byId } from "./reference-kinds.ts";
import { type Properties, textOf } from "../wire.ts";

const ELB = "arn:aws:elasticloadbalancing:{region}:{account}";
const loadBalancer = byArn(["aws:lb/loadBalancer:LoadBalancer"], { code: "LoadBalancerNotFound", message: "One or more load balancers not found: {value}" });
const targetGroup = byArn(["aws:lb/targetGroup:TargetGroup"], {
  code: "TargetGroupNotFound",
  message: "One or more target groups not found: {value}",
  holds: { code: "ResourceInUse", message: "Target group '{value}' is currently in use by a listener or a rule" },
});
const listener = byArn(["aws:lb/listener:Listener"], { code: "ListenerNotFound", message: "One or more listeners not found: {value}" });
const webAcl = byArn(["aws:wafv2/webAcl:WebAcl"], {
  code: "WAFNonexistentItemException",
  message: "AWS WAF couldn't perform the operation because your resource doesn't exist: {value}",
  holds: { code: "WAFAssociatedItemException", message: "AWS WAF couldn't perform the operation because your resource is being used by another resource: {value}" },
});
/** What a regional web ACL can stand before. */
const guarded = byArn(["aws:apigateway/stage:Stage", "aws:cognito/userPool:UserPool", "aws:lb/loadBalancer:LoadBalancer"], {
  code: "WAFUnavailableEntityException",
  message: "AWS WAF couldn't retrieve the resource that you requested: {value}",
});
const firewallLog: Reference = {
  types: [],
  code: "WAFLogDestinationPermissionIssueException",
  message: "The log destination {value} does not exist, or its name does not begin with aws-waf-logs-",
  find: (value, place) => {
    const { service, resource } = parseArn(value) ?? { service: "", resource: "" };
    if (!/(?:^|[:/])aws-waf-logs-/u.test(resource)) {
      return undefined;
    }
    return service === "logs" ? logGroup.find(value, place) : (service === "s3" ? bucketAnywhere.find(value, place) : "outside");
  },
};
const zone = byId(["aws:route53/zone:Zone"], {
  code: "NoSuchHostedZone",
  message: "No hosted zone found with ID: {value}",
  holds: { code: "HostedZoneNotEmpty", message: "The specified hosted zone {value} contains non-required resource record sets and so cannot be deleted." },
});
/** A zone is in no region, its networks are in any. */
const zoneVpc: Reference = {
  ...inWordsOf(loosely(vpc), "InvalidVPCId", "The VPC: {value} that you provided is not found"),
  find: (value, { inventory }) => inventory.ofType("aws:ec2/vpc:Vpc").find(({ id }) => id === value),
};
const healthCheck = byId(["aws:route53/healthCheck:HealthCheck"], {
  code: "InvalidInput",
  message: "No health check exists with id: {value}",
  holds: { code: "HealthCheckInUse", message: "The health check {value} is in use" },
});

/** Load balancers, the web firewall and DNS. */
export const edgeModels: ResourceModels = {
  "aws:lb/loadBalancer:LoadBalancer": {
    naming: { input: "name", maxLength: 32 },
    replaceOn: ["name", "namePrefix", "internal", "loadBalancerType", "customerOwnedIpv4Pool"],
    defaults: { clientKeepAlive: 3600, desyncMitigationMode: "defensive", dnsRecordClientRoutingPolicy: "any_availability_zone", dropInvalidHeaderFields: false, enableCrossZoneLoadBalancing: false,
      enableDeletionProtection: false, enableHttp2: true, enableTlsVersionAndCipherSuiteHeaders: false, enableWafFailOpen: false, enableXffClientPort: false, enableZonalShift: false, idleTimeout: 60,
      loadBalancerType: "application", preserveHostHeader: false, xffHeaderProcessingMode: "append" },
    id: ({ inputs, region, hex }) => `arn:aws:elasticloadbalancing:${region}:123456789012:loadbalancer/${inputs["loadBalancerType"] === "network" ? "net" : "app"}/${textOf(inputs["name"])}/${hex(16)}`,
    arn: "{id}",
    duplicateCode: "DuplicateLoadBalancerName",
    uniqueBy: ["name"],
    outputs: ({ hex, id, inputs, inventory, region }) => ({
      arnSuffix: id.split("loadbalancer/").at(-1) ?? "",
      dnsName: `${inputs["internal"] === true ? "internal-" : ""}${textOf(inputs["name"])}-${hex(10, "dns")}.${region}.elb.amazonaws.com`,
      zoneId: "Z35SXDOTRQ7X7K",
      internal: false,
      ipAddressType: "ipv4",
      vpcId: inventory.find("aws:ec2/subnet:Subnet", region, Array.isArray(inputs["subnets"]) ? textOf(inputs["subnets"][0]) : "")?.inputs["vpcId"] ?? "",
    }),
    references: { subnets: inWordsOf(subnet, "SubnetNotFound"), securityGroups: inWordsOf(securityGroup, "InvalidSecurityGroup"),
      "accessLogs.bucket": inWordsOf(bucketAnywhere, "InvalidConfigurationRequest", "Access Denied for bucket: {value}. Please check S3bucket permission") },
    deleteRefusal: ({ id, inputs }) => (inputs["enableDeletionProtection"] === true
      ? { code: "OperationNotPermitted", message: `Load balancer '${id}' cannot be deleted because deletion protection is enabled` } : undefined),
  },
  "aws:lb/targetGroup:TargetGroup": {
    naming: { input: "name", maxLength: 32 },
    replaceOn: ["name", "namePrefix", "ipAddressType", "port", "protocol", "protocolVersion", "targetType", "vpcId"],
    defaults: { deregistrationDelay: 300, lambdaMultiValueHeadersEnabled: false, proxyProtocolV2: false, slowStart: 0, targetType: "instance" },
    defaultsInside: { healthCheck: { enabled: true, healthyThreshold: 3, interval: 30, port: "traffic-port", unhealthyThreshold: 3 } },
    id: `${ELB}:targetgroup/{name}/{hex:16}`,
    arn: "{id}",
    duplicateCode: "DuplicateTargetGroupName",
    uniqueBy: ["name"],
    outputs: ({ id }) => ({ arnSuffix: id.split(":").at(-1) ?? "", loadBalancerArns: [] }),
    references: { vpcId: inWordsOf(vpc, "ValidationError", "The VPC ID '{value}' is not found") },
  },
  "aws:lb/targetGroupAttachment:TargetGroupAttachment": {
    replaceOn: ["availabilityZone", "port", "targetGroupArn", "targetId"],
    id: "{targetGroupArn}-{hex:26}",
    references: { targetGroupArn: loosely(targetGroup) },
  },
  "aws:lb/listener:Listener": {
    replaceOn: ["loadBalancerArn"],
    id: ({ inputs, hex }) => `${textOf(inputs["loadBalancerArn"]).replace(":loadbalancer/", ":listener/")}/${hex(16)}`,
    arn: "{id}",
    duplicateCode: "DuplicateListener",
    uniqueBy: ["loadBalancerArn", "port"],
    references: { loadBalancerArn: loadBalancer, "defaultActions.targetGroupArn": targetGroup },
    validate: refuseListener,
  },
  "aws:lb/listenerRule:ListenerRule": {
    replaceOn: ["listenerArn"],
    id: ({ inputs, hex }) => `${textOf(inputs["listenerArn"]).replace(":listener/", ":listener-rule/")}/${hex(16)}`,
    arn: "{id}",
    references: { listenerArn: listener, "actions.targetGroupArn": targetGroup },
  },
  "aws:wafv2/webAcl:WebAcl": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["name", "namePrefix", "scope"],
    id: "{uuid}",
    duplicateCode: "WAFDuplicateItemException",
    uniqueBy: ["name", "scope"],
    outputs: (context) => ({ arn: scopedArn("webacl", context), capacity: 100, lockToken: context.hex(32, "lock"), applicationIntegrationUrl: "" }),
    changedByUpdate: ["lockToken", "capacity"],
    validate: refuseCloudfrontElsewhere,
  },
  "aws:wafv2/ipSet:IpSet": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["name", "namePrefix", "scope", "ipAddressVersion"],
    id: "{uuid}",
    duplicateCode: "WAFDuplicateItemException",
    uniqueBy: ["name", "scope"],
    outputs: (context) => ({ arn: scopedArn("ipset", context), lockToken: context.hex(32, "lock") }),
    changedByUpdate: ["lockToken"],
    validate: refuseCloudfrontElsewhere,
  },
  "aws:wafv2/webAclAssociation:WebAclAssociation": {
    replaceOn: ["resourceArn", "webAclArn"],
    id: "{webAclArn},{resourceArn}",
    references: { webAclArn: webAcl, resourceArn: guarded },
  },
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": {
    replaceOn: ["resourceArn"],
    id: "{resourceArn}",
    references: { resourceArn: loosely(webAcl), logDestinationConfigs: firewallLog },
  },
  "aws:route53/zone:Zone": {
    global: true,
    naming: false,
    replaceOn: ["name", "delegationSetId"],
    defaults: { comment: "Managed by Pulumi", forceDestroy: false },
    id: "Z{HEX:20}",
    arn: "arn:aws:route53:::hostedzone/{id}",
    outputs: ({ id, inputs }) => {
      const nameServers = inputs["vpcs"] === undefined ? ["ns-1.awsdns-01.com", "ns-513.awsdns-02.net", "ns-1025.awsdns-03.org", "ns-1537.awsdns-04.co.uk"] : [];
      return { zoneId: id, nameServers, primaryNameServer: nameServers[0] ?? "", enableAcceleratedRecovery: false };
    },
    references: { "vpcs.vpcId": zoneVpc },
  },
  "aws:route53/record:Record": {
    global: true,
    naming: false,
    replaceOn: ["zoneId", "name", "type", "setIdentifier"],
    id: ({ inputs }) => [textOf(inputs["zoneId"]), textOf(inputs["name"]).toLowerCase().replace(/\.$/u, ""), textOf(inputs["type"]), textOf(inputs["setIdentifier"])].filter((part) => part !== "").join("_"),
    duplicateCode: "InvalidChangeBatch",
    outputs: ({ inputs, inventory }) => {
      const domain = textOf(inventory.find("aws:route53/zone:Zone", "", textOf(inputs["zoneId"]))?.inputs["name"]);
      const name = textOf(inputs["name"]);
      return { fqdn: name === domain || name.endsWith(`.${domain}`) ? name : [name, domain].filter((part) => part !== "").join(".") };
    },
    references: { zoneId: zone, healthCheckId: healthCheck },
    validate: refuseRecord,
  },
  "aws:route53/healthCheck:HealthCheck": {
    global: true,
    replaceOn: ["ipAddress", "measureLatency", "referenceName", "requestInterval", "routingControlArn", "type"],
    defaults: { disabled: false, invertHealthcheck: false, measureLatency: false },
    id: "{uuid}",
    arn: "arn:aws:route53:::healthcheck/{id}",
    outputs: () => ({ failureThreshold: 3, enableSni: true }),
    references: { childHealthchecks: healthCheck },
  },
};

const ROUTING = ["failoverRoutingPolicies", "weightedRoutingPolicies", "latencyRoutingPolicies", "geolocationRoutingPolicies", "geoproximityRoutingPolicy", "multivalueAnswerRoutingPolicy", "cidrRoutingPolicy"];

/** Records that share a name tell themselves apart; the first in line of a failover is watched; the top of a zone has no CNAME. */
function refuseRecord({ inputs, inventory }: ResourceContext): void {
  const routed = ROUTING.some((policy) => inputs[policy] !== undefined);
  if (routed !== (inputs["setIdentifier"] !== undefined)) {
    throw new CloudError("InvalidInput", `Invalid request: ${routed ? "a record with a routing policy needs a SetIdentifier" : "a SetIdentifier needs a routing policy"}`);
  }
  const first = JSON.stringify(inputs["failoverRoutingPolicies"] ?? []).includes('"PRIMARY"');
  if (first && inputs["aliases"] === undefined && inputs["healthCheckId"] === undefined) {
    throw new CloudError("InvalidInput", "Invalid request: a non-alias primary resource record set must have an associated health check");
  }
  const domain = textOf(inventory.find("aws:route53/zone:Zone", "", textOf(inputs["zoneId"]))?.inputs["name"]);
  if (inputs["type"] === "CNAME" && textOf(inputs["name"]) === domain) {
    throw new CloudError("InvalidChangeBatch", `RRSet of type CNAME with DNS name ${domain}. is not permitted at apex in zone ${domain}.`);
  }
}

/** Listeners that end TLS need a certificate; each kind of load balancer has its protocols. */
function refuseListener({ inputs, inventory }: ResourceContext): void {
  const protocol = textOf(inputs["protocol"]);
  if (["HTTPS", "TLS"].includes(protocol) && inputs["certificateArn"] === undefined) {
    throw new CloudError("ValidationError", `A certificate must be specified for ${protocol} listeners`);
  }
  const balancer = inventory.findByArn(textOf(inputs["loadBalancerArn"]), ["aws:lb/loadBalancer:LoadBalancer"]);
  const protocols = { network: ["TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC"], application: ["HTTP", "HTTPS"] }[textOf(balancer?.inputs["loadBalancerType"])];
  if (protocols !== undefined && !protocols.includes(protocol)) {
    throw new CloudError("ValidationError", `Listener protocol ${JSON.stringify(protocol)} must be one of ${protocols.join(", ")}`);
  }
}

function scopedArn(kind: string, { id, inputs, region }: { readonly id: string; readonly inputs: Properties; readonly region: string }): string {
  return `arn:aws:wafv2:${region}:123456789012:${inputs["scope"] === "CLOUDFRONT" ? "global" : "regional"}/${kind}/${textOf(inputs["name"])}/${id}`;
}

function refuseCloudfrontElsewhere({ inputs, region }: { readonly inputs: Properties; readonly region: string }): void {
  if (inputs["scope"] === "CLOUDFRONT" && region !== "us-east-1") {
    throw new CloudError("WAFInvalidParameterException", `scope CLOUDFRONT is for us-east-1 only, not ${region}`);
  }
}

