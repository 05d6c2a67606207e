import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const read = new Map<string, string>();

/**
 * What the installed SDK declares of a type token such as `aws:s3/bucket:Bucket`; empty when it has no
 * such type. Old twins of a type live on in programs and states; the SDK keeps those that still exist.
 */
export function declarationOf(token: string): string {
  const known = read.get(token) ?? readDeclaration(token);
  read.set(token, known);
  return known;
}

/** The names that none of the types declares as a property; what every resource has counts as declared. */
export function undeclaredNames(names: Iterable<string>, types: Iterable<string>): readonly string[] {
  const declared = new Set([...types].flatMap((type) => [...declarationOf(type).matchAll(/^ {4}(?:readonly )?(\w+)\??: /gmu)].map(([, name]) => name)));
  return [...names].filter((name) => !EVERYWHERE.has(name) && !declared.has(name));
}

/** Names under which joins look for whatever identifies a resource. */
const EVERYWHERE: ReadonlySet<string> = new Set(["id", "arn", "name", "tags", "tagsAll", "region"]);

function readDeclaration(token: string): string {
  const [pkg, path, name] = token.split(":");
  if (pkg === undefined || path === undefined || name === undefined) {
    return "";
  }
  try {
    const folder = dirname(require.resolve(`@pulumi/${pkg}/package.json`));
    const text = readFileSync(join(folder, `${pkg === "kubernetes" ? kubernetesFile(path, name) : path.replace(/^index\//u, "")}.d.ts`), "utf8");
    return text.includes(`class ${name} extends`) ? text : "";
  } catch {
    return "";
  }
}

/** `networking.k8s.io/v1:NetworkPolicy` lies in `networking/v1/networkPolicy`. */
function kubernetesFile(path: string, name: string): string {
  const [group = "", version = ""] = path.split("/");
  return `${group.split(".")[0] ?? ""}/${version}/${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
