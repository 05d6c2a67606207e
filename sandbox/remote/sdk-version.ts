import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const versions = new Map<string, string>();

/** Version of the installed SDK of a package, so that children use the provider the program already has. */
export function sdkVersion(name: string): string {
  let version = versions.get(name);
  if (version === undefined) {
    const manifest: unknown = require(`@pulumi/${name}/package.json`);
    version = String(Object(manifest).version);
    versions.set(name, version);
  }
  return version;
}
