import { createRequire, Module } from "node:module";

/*
 * Packages that Pulumi's SDK loads so as to serialize functions: npm's reader of dependency trees, with
 * some hundred files more, and the TypeScript compiler. They are loaded on first use, which never comes
 * in a program without serialized functions.
 */
const PACKAGES = ["@npmcli/arborist", "typescript"] as const;

const sdk = createRequire(import.meta.resolve("@pulumi/pulumi"));
for (const file of PACKAGES.flatMap(installed)) {
  const module = new Module(file);
  module.exports = loadedOnFirstUse(file);
  module.loaded = true;
  sdk.cache[file] = module;
}

/** The package's main file; none where it is not installed, as a compiler need not be. */
function installed(name: string): readonly string[] {
  try {
    return [sdk.resolve(name)];
  } catch {
    return [];
  }
}

/** What stands for a package until somebody asks for something in it. */
function loadedOnFirstUse(file: string): unknown {
  const load = (): object => {
    const { [file]: ours } = sdk.cache;
    if (ours?.exports === unloaded) {
      Reflect.deleteProperty(sdk.cache, file);
    }
    const exports: unknown = sdk(file);
    return Object(exports);
  };
  const unloaded: unknown = new Proxy({}, {
    // Compiled imports copy the members of what does not call itself a module, and would load it.
    get: (_target, member) => member === "__esModule" ? true : Reflect.get(load(), member),
    has: (_target, member) => Reflect.has(load(), member),
  });
  return unloaded;
}
