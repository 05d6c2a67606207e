import type { BuildOptions } from "esbuild";

/** Bundles an executable pack, everything in one file, as `dist/pack.cjs` is. */
export function buildExecutable(options: BuildOptions): Promise<void>;
