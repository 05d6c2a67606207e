import { holds } from "./tags.ts";
import type { JudgedStack, StackResource } from "./rule.ts";

/** A place that keeps audit logs, with the IAM actions that write to it and delete from it. */
export interface AuditStore {
  readonly shown: string;
  readonly service: "s3" | "logs";
  /** Resources in it as the last part of an ARN. */
  readonly names: readonly string[];
  readonly writing: readonly string[];
  readonly deleting: readonly string[];
}

const TRAIL = "aws:cloudtrail/trail:Trail";
const BUCKETS = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

/** The buckets and log groups of trails, and those tagged `DataClassification: audit`. */
export function auditStores(stack: JudgedStack): readonly AuditStore[] {
  const ofTrails = (resource: StackResource, property: string): boolean => stack.referringTo(resource, property, TRAIL).length > 0;
  const buckets = stack.ofType(...BUCKETS).filter((bucket) => isTagged(bucket) || ofTrails(bucket, "s3BucketName"));
  const groups = stack.ofType(LOG_GROUP).filter((group) => isTagged(group) || ofTrails(group, "cloudWatchLogsGroupArn"));
  return [
    ...buckets.flatMap((bucket) => namesOf(bucket, "bucket").map(bucketStore)),
    ...groups.flatMap((group) => namesOf(group, "name").map(logStore)),
  ];
}

function isTagged({ props }: StackResource): boolean {
  return (props.isKnown("tags") || props.isKnown("tagsAll")) && holds(props, "audit");
}

/** Reading an unknown name throws UndecidedError: what nobody can name, nobody can be kept from. */
function namesOf({ props }: StackResource, property: string): readonly string[] {
  return props.strings(property);
}

function bucketStore(name: string): AuditStore {
  return { shown: name, service: "s3", names: [`${name}/zz-probe`], writing: ["s3:PutObject"], deleting: ["s3:DeleteObject", "s3:DeleteObjectVersion"] };
}

function logStore(name: string): AuditStore {
  return {
    shown: name,
    service: "logs",
    names: [`log-group:${name}`, `log-group:${name}:zz-probe`],
    writing: ["logs:PutLogEvents"],
    deleting: ["logs:DeleteLogGroup", "logs:DeleteLogStream"],
  };
}
