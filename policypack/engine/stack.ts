import { UndecidedError } from "./reader.ts";
import type { JudgedStack, StackResource } from "./rule.ts";

/** Builds the view of a stack that rules judge. */
export function judgedStack(resources: readonly StackResource[]): JudgedStack {
  const byType = Map.groupBy(resources, ({ type }) => type);
  return {
    resources,
    ofType: (...types) => types.flatMap((type) => byType.get(type) ?? []),
    refersTo: (from, property, to) => {
      if (from.propertyDependencies.get(property)?.includes(to.urn) === true) {
        return true;
      }
      const values = known(() => from.props.strings(property));
      return values.some((value) => identifiers(to).has(value));
    },
  };
}

/** The literals by which another resource may name this one. */
function identifiers(resource: StackResource): ReadonlySet<string> {
  const names = ["id", "arn", "name", "bucket", "identifier"];
  return new Set(names.flatMap((name) => known(() => resource.props.strings(name))));
}

function known(read: () => readonly string[]): readonly string[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof UndecidedError) {
      return [];
    }
    throw error;
  }
}
