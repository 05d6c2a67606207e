import * as proxy from "@pulumi/policy/proxy.js";

/** What the engine puts in place of a value that is not known yet. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * Properties as the policy SDK hands them to a rule: reading an unknown value throws. Taken from the
 * SDK's own module, as its index loads the whole of Pulumi; that module does not declare it.
 */
export const unknownCheckingProxy: (props: object) => object = Reflect.get(proxy, "unknownCheckingProxy");

/**
 * Writes inside nested objects and lists, `path` being such as `rules[0].status`. With "existing" it
 * fails for a path that is not there; with "new" it makes what is missing on the way.
 */
export function setAt(target: object, path: string, value: unknown, mode: "existing" | "new"): void {
  const segments = path.split(/[.[\]]+/u).filter((segment) => segment !== "");
  const last = segments.pop();
  let inner = target;
  segments.forEach((segment, index) => {
    let next: unknown = Reflect.get(inner, segment);
    if (mode === "new" && next === undefined) {
      next = /^\d+$/u.test(segments[index + 1] ?? last ?? "") ? [] : {};
      Reflect.set(inner, segment, next);
    }
    if (typeof next !== "object" || next === null) {
      throw new Error(`the compliant fixture has nothing at ${path}`);
    }
    inner = next;
  });
  if (last === undefined || (mode === "existing" && !Reflect.has(inner, last))) {
    throw new Error(`the compliant fixture has nothing at ${path}`);
  }
  Reflect.set(inner, last, value);
}
