import { closeSync, openSync, readSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

/** Folder of Pulumi.yaml, from which paths of the configuration start. */
const PROJECT = resolve(import.meta.dirname, "../..");
/** The first bytes of every zip archive that holds a file. */
const ZIP_START = "PK\u0003\u0004";

/** What a path of the project leads to; nothing where it leads nowhere, or may not be looked at. */
export type Kind = "nothing" | "folder" | "zip" | "file";

export function kindOf(...path: readonly string[]): Kind {
  const whole = join(PROJECT, ...path);
  try {
    const found = statSync(whole);
    return found.isDirectory() ? "folder" : (found.isFile() ? kindOfFile(whole) : "nothing");
  } catch {
    return "nothing";
  }
}

function kindOfFile(path: string): Kind {
  const start = Buffer.alloc(ZIP_START.length);
  const file = openSync(path, "r");
  try {
    readSync(file, start);
  } finally {
    closeSync(file);
  }
  return start.toString("latin1") === ZIP_START ? "zip" : "file";
}
