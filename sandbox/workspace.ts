import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse, stringify } from "yaml";
import { withStandIns } from "./stand-in-secrets.ts";

/** Thrown for a mistake of the person at the keyboard; its message is all they see. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Where the sandbox keeps one stack: the engine's state, the fake cloud and the configuration in use. */
export interface StackWorkspace {
  readonly stack: string;
  readonly folder: string;
  readonly backend: string;
  readonly inventoryFile: string;
  readonly configFile: string;
  readonly eventLog: string;
  readonly stateFile: string;
  /** What the engine keeps of its own, in place of `.pulumi` in the person's home. */
  readonly engineHome: string;
}

/**
 * @param projectFolder folder of Pulumi.yaml
 * @param home folder for all stacks, `.sandbox` in the project unless SANDBOX_HOME says otherwise
 */
export function stackWorkspace(projectFolder: string, home: string, stack: string): StackWorkspace {
  // The name becomes a folder that `reset` removes: "." and ".." would be others' folders.
  if (!/^(?!\.{1,2}$)[A-Za-z0-9_.-]{1,100}$/u.test(stack)) {
    throw new UsageError(`--stack ${JSON.stringify(stack)}: a stack name has 1 to 100 letters, digits, "-", "_" or ".", and is not "." or ".."`);
  }
  const folder = join(home, stack);
  const backend = join(folder, "backend");
  return {
    stack,
    folder,
    backend,
    inventoryFile: join(folder, "inventory.json"),
    configFile: join(folder, `Pulumi.${stack}.yaml`),
    eventLog: join(folder, "events.ndjson"),
    stateFile: join(backend, ".pulumi", "stacks", projectName(projectFolder), `${stack}.json`),
    engineHome: join(folder, "engine"),
  };
}

/**
 * Copies the stack's configuration beside the sandbox's state, with the sandbox's own secrets
 * provider, so that the project's file is never touched and no cloud key is needed. What is encrypted
 * there cannot be read: a secret of the sandbox's own stands in for it.
 */
export function writeConfiguration(workspace: StackWorkspace, source: string, salt: string): void {
  refuseMissing(workspace, source);
  const document = yamlDocument(source) ?? {};
  if (typeof document !== "object" || Array.isArray(document)) {
    throw new UsageError(`${basename(source)} is no stack's configuration: it holds no "config:" with the stack's values`);
  }
  const { secretsprovider: _provider, encryptedkey: _key, ...rest } = Object(document);
  writeFileSync(workspace.configFile, stringify({ ...withStandIns(rest, salt), encryptionsalt: salt }));
}

/** Folder with nothing but the project's name, where a stack is created without touching the project. */
export function prepareStackFolder(workspace: StackWorkspace, projectFolder: string, source: string): string {
  refuseMissing(workspace, source);
  const folder = join(workspace.folder, "init");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  mkdirSync(workspace.backend, { recursive: true });
  mkdirSync(workspace.engineHome, { recursive: true });
  // A file in the place of the log's folder: the engine writes none. It would keep megabytes of each run
  // for a week, at a fifth of a preview's time; `--logtostderr -v=9` still shows what would be in it.
  writeFileSync(join(workspace.engineHome, "logs"), "");
  writeFileSync(join(folder, "Pulumi.yaml"), stringify({ name: projectName(projectFolder), runtime: "nodejs" }));
  return folder;
}

/** The salt that `pulumi stack init` left in the stack folder, kept for later runs. */
export function encryptionSalt(workspace: StackWorkspace): string {
  const file = join(workspace.folder, "init", `Pulumi.${workspace.stack}.yaml`);
  const document = existsSync(file) ? yamlDocument(file) : undefined;
  const salt: unknown = Object(document).encryptionsalt;
  if (typeof salt !== "string") {
    throw new UsageError(`the sandbox's state in ${workspace.folder} is damaged; start over with "npm run sandbox -- reset --stack ${workspace.stack}"`);
  }
  return salt;
}

function refuseMissing(workspace: StackWorkspace, source: string): void {
  if (!existsSync(source)) {
    throw new UsageError(`--stack ${workspace.stack}: there is no ${basename(source)}; give the name of a stack that has one, or --config-file`);
  }
}

/** @throws {UsageError} for text that is not YAML, with the place */
function yamlDocument(file: string): unknown {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${basename(file)} is not readable YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function projectName(projectFolder: string): string {
  const file = join(projectFolder, "Pulumi.yaml");
  const document = existsSync(file) ? yamlDocument(file) : undefined;
  const name: unknown = Object(document).name;
  if (typeof name !== "string") {
    throw new UsageError(`${file} does not name a Pulumi project`);
  }
  return name;
}
