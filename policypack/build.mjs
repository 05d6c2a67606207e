// Compiles the pack twice. dist/index.cjs is the policy pack folder's main file, beside the packages it
// was installed with. dist/pack.cjs is one executable file with everything in it, which `--policy-pack`
// also takes and which starts several times faster: no TypeScript compiler, no thousand modules.
import { build } from "esbuild";
import { chmodSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const shared = {
  absWorkingDir: folder,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node22",
  logLevel: "warning",
};

/** Packages that @pulumi/pulumi loads for programs, and a policy pack never calls; loaded on first use. */
const UNUSED = /^(?:typescript|ts-node|@npmcli\/arborist|execa|@opentelemetry\/.*)$/;
const loadedOnFirstUse = {
  name: "loaded-on-first-use",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: "on-first-use" }));
    onLoad({ filter: /.*/, namespace: "on-first-use" }, ({ path }) => ({
      contents: `
        const load = () => module.require(${JSON.stringify(path)});
        module.exports = new Proxy(function () {}, {
          get: (_target, name) => name === "__esModule" ? true : name === "default" ? load().default ?? load() : load()[name],
          has: (_target, name) => name in load(),
          apply: (_target, self, args) => Reflect.apply(load(), self, args),
        });`,
      loader: "js",
    }));
  },
};

/**
 * Bundles an executable pack: everything in one file.
 * @param {import("esbuild").BuildOptions} options what to bundle, and where to
 */
export async function buildExecutable(options) {
  await build({
    ...shared,
    plugins: [loadedOnFirstUse],
    minifySyntax: true,
    // The SDK looks for the pack's package.json in the working folder, which is the program's.
    banner: { js: '#!/usr/bin/env node\nprocess.chdir(require("node:path").join(__dirname, ".."));\nError.stackTraceLimit = 10;' },
    ...options,
  });
  chmodSync(options.outfile ?? "", 0o755);
}

if (realpathSync(process.argv[1] ?? "") === fileURLToPath(import.meta.url)) {
  await Promise.all([
    build({ ...shared, entryPoints: ["index.ts"], outfile: "dist/index.cjs", external: ["@pulumi/*", "@grpc/grpc-js"], sourcemap: true }),
    buildExecutable({ entryPoints: ["index.ts"], outfile: `${folder}dist/pack.cjs` }),
  ]);
}
