// Compiles the pack to one file: Pulumi loads packs with require(), and one file starts faster than many.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

await build({
  absWorkingDir: folder,
  entryPoints: ["index.ts"],
  outfile: "dist/index.cjs",
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node22",
  external: ["@pulumi/policy", "@pulumi/pulumi"],
  sourcemap: true,
  logLevel: "warning",
});
