import type { Recorded } from "../../recording/record.ts";
import { ResourceLinks } from "./resource-links.ts";

/** Something that happens in the platform, and the resources in which it is and is not logged. */
export interface LogSource {
  /** What is logged. */
  readonly says: string;
  /** Names of the resources whose part of it is logged; empty in a stack that has no such resource. */
  readonly logged: readonly string[];
  /** Names of those whose part is not. */
  readonly silent: readonly string[];
}

interface Source {
  readonly says: string;
  /** Kinds in which it happens, such as `ec2/vpc:Vpc`. */
  readonly kinds: readonly string[];
  /** Which of them: all where absent. */
  readonly where?: (resource: Recorded, links: ResourceLinks) => boolean;
  readonly isLogged: (resource: Recorded, links: ResourceLinks) => boolean;
}

const SOURCES: readonly Source[] = [
  { says: "Calls of AWS's interfaces, in every region", kinds: ["cloudtrail/trail:Trail"], isLogged: ({ inputs }) => inputs["isMultiRegionTrail"] === true && inputs["enableLogFileValidation"] === true },
  { says: "Reads and writes of patients' objects and records", kinds: ["s3/bucket:Bucket", "dynamodb/table:Table"], where: holdsPhi, isLogged: isInTrail },
  { says: "Changes of every resource's settings", kinds: ["cfg/recorder:Recorder"], isLogged: ({ inputs }, links) => links.ofKind("cfg/deliveryChannel:DeliveryChannel").some((channel) => channel.inputs["region"] === inputs["region"]) },
  { says: "Requests to the API", kinds: ["apigateway/stage:Stage"], isLogged: has("accessLogSettings") },
  { says: "Requests that a web ACL judged", kinds: ["wafv2/webAcl:WebAcl"], isLogged: namedBy("wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "resourceArn") },
  { says: "Requests for pages", kinds: ["cloudfront/distribution:Distribution"], isLogged: namedBy("cloudwatch/logDeliverySource:LogDeliverySource", "resourceArn") },
  { says: "Connections through the load balancer", kinds: ["lb/loadBalancer:LoadBalancer"], isLogged: ({ inputs }) => Object(inputs["accessLogs"]).enabled === true },
  { says: "Sign-ins of the application's users", kinds: ["cognito/userPool:UserPool"], isLogged: namedBy("cognito/logDeliveryConfiguration:LogDeliveryConfiguration", "userPoolId") },
  { says: "Sessions of operators", kinds: ["ssm/document:Document"], where: ({ inputs }) => inputs["documentType"] === "Session", isLogged: ({ inputs }) => /"cloudWatchLogGroupName":"[^"]/u.test(String(inputs["content"])) },
  { says: "Traffic of the network, accepted and rejected", kinds: ["ec2/vpc:Vpc"], isLogged: namedBy("ec2/flowLog:FlowLog", "vpcId") },
  { says: "Names that are looked up", kinds: ["ec2/vpc:Vpc"], isLogged: namedBy("route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation", "resourceId") },
  { says: "The cluster's control plane, with its audit log", kinds: ["eks/cluster:Cluster"], isLogged: ({ inputs }) => CONTROL_PLANE.every((log) => listOf(inputs["enabledClusterLogTypes"]).includes(log)) },
  { says: "What applications in pods write", kinds: ["eks/cluster:Cluster"], where: runsPods, isLogged: forwardsPods },
  { says: "Sessions and statements of the database", kinds: ["rds/instance:Instance", "rds/cluster:Cluster"], isLogged: ({ inputs }) => listOf(inputs["enabledCloudwatchLogsExports"]).length > 0 },
  { says: "Access to buckets", kinds: ["s3/bucket:Bucket"], where: (bucket, links) => !isAccessLog(bucket, links), isLogged: namedBy("s3/bucketLogging:BucketLogging", "bucket") },
  { says: "Runs of functions", kinds: ["lambda/function:Function"], isLogged: ({ inputs }, links) => has("loggingConfig")({ inputs }) || links.ofKind("cloudwatch/logGroup:LogGroup").some((group) => group.inputs["name"] === `/aws/lambda/${String(inputs["name"])}`) },
  { says: "Errors of the metrics' workspace", kinds: ["amp/workspace:Workspace"], isLogged: has("loggingConfiguration") },
];

const CONTROL_PLANE: readonly string[] = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

/** What a recorded program logs of itself (S1-33, S5-25), in a fixed order. */
export function logSources(recording: readonly Recorded[]): readonly LogSource[] {
  const links = new ResourceLinks(recording);
  return SOURCES.map(({ says, kinds, where, isLogged }) => {
    const concerned = kinds.flatMap((kind) => links.ofKind(kind)).filter((resource) => where?.(resource, links) ?? true);
    const names = (isIn: boolean): readonly string[] => concerned.filter((resource) => isLogged(resource, links) === isIn).map(({ name }) => name);
    return { says, logged: names(true), silent: names(false) };
  });
}

function has(input: string): (resource: Pick<Recorded, "inputs">) => boolean {
  return ({ inputs }) => inputs[input] !== undefined;
}

function namedBy(kind: string, input: string): Source["isLogged"] {
  return (resource, links) => links.namers(kind, input, resource).length > 0;
}

function holdsPhi({ inputs }: Recorded): boolean {
  return Object(inputs["tags"]).DataClassification === "phi";
}

/** The trail's selectors name stores by their ARNs. */
function isInTrail({ inputs }: Recorded, links: ResourceLinks): boolean {
  const name = String(inputs["bucket"] ?? inputs["name"]);
  return links.ofKind("cloudtrail/trail:Trail").some((trail) => JSON.stringify(trail.inputs["advancedEventSelectors"]).includes(name));
}

/** A cluster that stands by without nodes has no pods, and no add-on that is made of them. */
function runsPods(cluster: Recorded, links: ResourceLinks): boolean {
  return hasAddon(cluster, "coredns", links);
}

/** The CloudWatch agent's add-on forwards what pods write, into a group that exists before it. */
function forwardsPods(cluster: Recorded, links: ResourceLinks): boolean {
  const group = `/aws/containerinsights/${String(cluster.inputs["name"])}/application`;
  return hasAddon(cluster, "amazon-cloudwatch-observability", links) && links.ofKind("cloudwatch/logGroup:LogGroup").some(({ inputs }) => inputs["name"] === group);
}

function hasAddon(cluster: Recorded, addonName: string, links: ResourceLinks): boolean {
  return links.ofKind("eks/addon:Addon").some(({ inputs }) => inputs["addonName"] === addonName && inputs["clusterName"] === cluster.inputs["name"]);
}

/** Access to a bucket of access logs would be logged in itself, and that again. */
function isAccessLog({ inputs }: Recorded, links: ResourceLinks): boolean {
  return links.ofKind("s3/bucketLogging:BucketLogging").some((logging) => logging.inputs["targetBucket"] === inputs["bucket"]);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
