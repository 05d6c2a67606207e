import type { JudgedStack, StackResource } from "./rule.ts";

/** Builds the view of a stack that rules judge. Joins are indexed, so that judging stays linear in resources. */
export function judgedStack(resources: readonly StackResource[]): JudgedStack {
  const byType = Map.groupBy(resources, ({ type }) => type);
  const indexes = new Map<string, JoinIndex>();
  const indexOf = (type: string, property: string): JoinIndex => {
    const key = `${type} ${property}`;
    const index = indexes.get(key) ?? joinIndex(byType.get(type) ?? [], property);
    indexes.set(key, index);
    return index;
  };
  return {
    resources,
    ofType: (...types) => types.flatMap((type) => byType.get(type) ?? []),
    refersTo: (from, property, to) => {
      const named = identifiers(to);
      return from.propertyDependencies.get(property)?.includes(to.urn) === true || from.props.knownStrings(property).some((value) => named.has(value));
    },
    referringTo: (to, property, ...types) => {
      const keys = [to.urn, ...identifiers(to)];
      return [...new Set(types.flatMap((type) => keys.flatMap((key) => indexOf(type, property).get(key) ?? [])))];
    },
  };
}

/** Resources by what one of their properties names: URNs it is made from, and the literals in it. */
type JoinIndex = ReadonlyMap<string, readonly StackResource[]>;

function joinIndex(resources: readonly StackResource[], property: string): JoinIndex {
  const index = new Map<string, StackResource[]>();
  for (const resource of resources) {
    const names = new Set([...(resource.propertyDependencies.get(property) ?? []), ...resource.props.knownStrings(property)]);
    for (const name of names) {
      const list = index.get(name) ?? [];
      list.push(resource);
      index.set(name, list);
    }
  }
  return index;
}

/** The literals by which another resource may name this one. */
function identifiers(resource: StackResource): ReadonlySet<string> {
  const names = ["id", "arn", "name", "bucket", "identifier", "clusterIdentifier", "keyId", "url"];
  return new Set(names.flatMap((name) => resource.props.knownStrings(name)));
}
