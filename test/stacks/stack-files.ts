import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RunError } from "@pulumi/pulumi";
import { parse } from "yaml";
import { parseConfig, type ParseOptions, type PlatformConfig } from "../../stacks/config.ts";
import { project } from "../architecture/source-files.ts";

export type RawConfig = Record<string, unknown>;

/** A stack's configuration file as the program receives it: without the project's name before each key. */
export function stackFile(stack: string): RawConfig {
  const { config }: { readonly config: RawConfig } = parse(readFileSync(join(project, `Pulumi.${stack}.yaml`), "utf8"));
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key.replace(/^hipaa-platform:/u, ""), value]));
}

/** A copy with other values at some paths, such as `network.zones.1`; undefined removes the field. */
export function changed(raw: RawConfig, changes: Readonly<Record<string, unknown>>): RawConfig {
  const copy = structuredClone(raw);
  for (const [path, value] of Object.entries(changes)) {
    const names = path.split(".");
    const last = names.pop() ?? "";
    const owner = names.reduce<object>((current, name) => Object(Reflect.get(current, name)), copy);
    if (value === undefined) {
      Reflect.deleteProperty(owner, last);
    } else {
      Reflect.set(owner, last, structuredClone(value));
    }
  }
  return copy;
}

export function parsed(raw: RawConfig, options: ParseOptions = {}): PlatformConfig {
  const config = parseConfig(raw, "dev", "hipaa-platform", options);
  if (config.profile !== "platform") {
    throw new Error("not the configuration of a platform");
  }
  return config;
}

/** The refusal's message, or undefined for a configuration that is accepted. */
export function refusalOf(raw: RawConfig, options: ParseOptions = {}): string | undefined {
  try {
    parsed(raw, options);
    return undefined;
  } catch (error) {
    if (!(error instanceof RunError)) {
      throw error;
    }
    return error.message;
  }
}

/** The lines of a refusal, one for each problem, without their bullet. */
export function problemsOf(raw: RawConfig, options: ParseOptions = {}): readonly string[] {
  return (refusalOf(raw, options) ?? "").split("\n").slice(1).map((line) => line.replace(/^ {2}- /u, ""));
}
