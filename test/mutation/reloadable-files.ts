import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const RUN = /\?run=\d+$/u;
let runs = 0;

/**
 * Lets files below the folder be loaded more than once, each time with all that they import there, as what a module
 * keeps in memory must not pass from one mutant to the next. What they import as "vitest" is `instead`.
 */
export function makeReloadable(folder: string, instead: URL): void {
  const below = pathToFileURL(`${folder}/`).href;
  const stripped = new Map<string, string>();
  registerHooks({
    resolve: (specifier, context, next) => {
      const run = RUN.exec(context.parentURL ?? "")?.[0];
      if (run === undefined) {
        return next(specifier, context);
      }
      if (specifier === "vitest") {
        return { url: instead.href, shortCircuit: true };
      }
      const found = next(specifier, context);
      const isOwn = found.url.startsWith(below) && !found.url.includes("/node_modules/") && found.url.endsWith(".ts");
      return isOwn ? { ...found, url: `${found.url}${run}` } : found;
    },
    load: (url, context, next) => {
      if (!RUN.test(url)) {
        return next(url, context);
      }
      const path = fileURLToPath(url);
      const source = stripped.get(path) ?? stripTypeScriptTypes(readFileSync(path, "utf8"));
      stripped.set(path, source);
      return { format: "module", source, shortCircuit: true };
    },
  });
}

/** Loads a file and all that it imports anew. */
export async function reload(path: string): Promise<void> {
  runs += 1;
  await import(`${pathToFileURL(path).href}?run=${String(runs)}`);
}

/** The files that a file takes in, itself included. */
export function filesTakenIn(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (!seen.has(path)) {
    seen.add(path);
    for (const [, specifier = ""] of readFileSync(path, "utf8").matchAll(/^(?:import|export)\s[^"']*?["'](\.{1,2}\/[^"']+\.ts)["']/gmu)) {
      filesTakenIn(resolve(dirname(path), specifier), seen);
    }
  }
  return seen;
}
