import type { JudgedStack, StackResource } from "./rule.ts";

/** Builds the view of a stack that rules judge. Joins are indexed, so that judging stays linear in resources. */
export function judgedStack(unordered: readonly StackResource[]): JudgedStack {
  // The engine gives them in no order; a finding of the stack as a whole should name the same resource every time.
  const resources = unordered.toSorted((one, other) => (one.urn < other.urn ? -1 : 1));
  const byType = Map.groupBy(resources, ({ type }) => type);
  const indexes = new Map<string, JoinIndex>();
  const indexOf = (key: string, type: string, namesOf: (resource: StackResource) => Iterable<string>): JoinIndex => {
    const index = indexes.get(key) ?? joinIndex(byType.get(type) ?? [], namesOf);
    indexes.set(key, index);
    return index;
  };
  const byIdentity = (type: string): JoinIndex => indexOf(type, type, (resource) => [resource.urn, ...identifiers(resource)]);
  const byReference = (type: string, property: string): JoinIndex => indexOf(`${type} ${property}`, type, (resource) => references(resource, property));
  return {
    resources,
    ofType: (...types) => types.flatMap((type) => byType.get(type) ?? []),
    refersTo: (from, property, to) => {
      const named = identifiers(to);
      return from.propertyDependencies.get(property)?.includes(to.urn) === true || from.props.knownStrings(property).some((value) => named.has(value));
    },
    referringTo: (to, property, ...types) => {
      const keys = [to.urn, ...identifiers(to)];
      return [...new Set(types.flatMap((type) => keys.flatMap((key) => byReference(type, property).get(key) ?? [])))];
    },
    namedBy: (from, property, ...types) => {
      const keys = [...references(from, property)];
      return [...new Set(types.flatMap((type) => keys.flatMap((key) => byIdentity(type).get(key) ?? [])))];
    },
  };
}

/** Resources by each of the names that they are looked up by. */
type JoinIndex = ReadonlyMap<string, readonly StackResource[]>;

function joinIndex(resources: readonly StackResource[], namesOf: (resource: StackResource) => Iterable<string>): JoinIndex {
  const index = new Map<string, StackResource[]>();
  for (const resource of resources) {
    for (const name of new Set(namesOf(resource))) {
      const list = index.get(name) ?? [];
      list.push(resource);
      index.set(name, list);
    }
  }
  return index;
}

/** What a property names: the URNs it is made from, and the literals in it. */
function references(resource: StackResource, property: string): readonly string[] {
  return [...(resource.propertyDependencies.get(property) ?? []), ...resource.props.knownStrings(property)];
}

/** Properties by which other resources name one of these types, beside those that all have; elsewhere they name another resource. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  "aws:s3/bucket:Bucket": "bucket",
  "aws:s3/bucketV2:BucketV2": "bucket",
  "aws:s3/directoryBucket:DirectoryBucket": "bucket",
  "aws:rds/instance:Instance": "identifier",
  "aws:rds/cluster:Cluster": "clusterIdentifier",
  "aws:docdb/cluster:Cluster": "clusterIdentifier",
  "aws:neptune/cluster:Cluster": "clusterIdentifier",
  "aws:redshift/cluster:Cluster": "clusterIdentifier",
  "aws:kms/key:Key": "keyId",
  "aws:kms/replicaKey:ReplicaKey": "keyId",
  "aws:sqs/queue:Queue": "url",
};

/** The literals by which another resource may name this one. */
function identifiers({ type, props }: StackResource): ReadonlySet<string> {
  const own = OWN_NAMES[type];
  const names = ["id", "arn", "name", ...(own === undefined ? [] : [own])];
  return new Set(names.flatMap((name) => props.knownStrings(name)));
}
