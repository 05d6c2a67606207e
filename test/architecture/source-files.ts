import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const project = resolve(import.meta.dirname, "../..");

export interface SourceFile {
  /** Path from the project's root, with `/`. */
  readonly path: string;
  readonly lines: number;
  /** Module specifiers it imports. */
  readonly imports: readonly Import[];
}

export interface Import {
  readonly specifier: string;
  /** Only types cross, so nothing is loaded at run time. */
  readonly typeOnly: boolean;
}

/** Files that git knows or would add, so that a forgotten file counts as well, and one that was removed does not. */
export function projectFiles(): readonly string[] {
  return execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: project, encoding: "utf8" })
    .split("\n")
    .filter((path) => path !== "" && existsSync(join(project, path)));
}

export function sourceFiles(): readonly SourceFile[] {
  return projectFiles().filter((path) => /\.(?:ts|mjs)$/u.test(path)).map((path) => {
    const text = readFileSync(join(project, path), "utf8");
    return { path, lines: text.split("\n").length - 1, imports: importsOf(text) };
  });
}

function importsOf(text: string): readonly Import[] {
  const found: Import[] = [];
  for (const [, type, specifier] of text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gmu)) {
    if (specifier !== undefined) {
      found.push({ specifier, typeOnly: type !== undefined });
    }
  }
  for (const [, specifier] of text.matchAll(/\bimport\("([^"]+)"\)/gu)) {
    if (specifier !== undefined) {
      found.push({ specifier, typeOnly: false });
    }
  }
  return found;
}
