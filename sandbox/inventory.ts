import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { isProperties, type Properties, type Value } from "./wire.ts";

/** One resource that exists in the fake cloud. */
export interface CloudResource {
  readonly type: string;
  readonly id: string;
  /** Empty for global services such as IAM. */
  readonly region: string;
  /** The engine's name of the resource that created it; how an interrupted create is found again. */
  readonly urn: string;
  readonly inputs: Properties;
  /** What AWS computed beyond the inputs; an object here completes the input of that name. */
  readonly outputs: Properties;
  /** Moment of the create, ISO 8601. */
  readonly createdAt: string;
  /** Set once it was deleted and AWS keeps it for a while, as it does with KMS keys and secrets: the moment it goes, ISO 8601. */
  readonly deletedUntil?: string;
}

interface InventoryFile {
  readonly account: string;
  readonly resources: readonly CloudResource[];
}

/**
 * The fake cloud: a JSON file that a person may read and edit (an edit is drift).
 * A change is on disk before it is answered, so a killed process loses nothing it has acknowledged.
 */
export class Inventory {
  readonly #file: string;
  readonly #account: string;
  readonly #own = new ResourceIndex();
  readonly #neighbourFiles: readonly string[];
  #neighbours: ResourceIndex | undefined;
  #latestWrite: Promise<void> = Promise.resolve();
  #nextWrite: Promise<void> | undefined;

  /**
   * @param now the moment against which kept resources expire
   * @param neighbours where inventories of other stacks of the account may be: what is in them can be referred to, not changed.
   *   They are read once, when something is not in this one
   */
  constructor(file: string, account: string, now = new Date(), neighbours: readonly string[] = []) {
    this.#file = file;
    this.#account = account;
    this.#neighbourFiles = neighbours;
    if (existsSync(file)) {
      for (const resource of readInventory(file).resources) {
        if (resource.deletedUntil === undefined || new Date(resource.deletedUntil) > now) {
          this.#own.add(resource);
        }
      }
    }
  }

  /** Everything there is, kept remains of deleted resources too. */
  all(): Iterable<CloudResource> {
    return this.#own.all();
  }

  /** A live resource of this stack, or of another one of the account. */
  find(type: string, region: string, id: string): CloudResource | undefined {
    const key = keyOf({ type, region, id });
    const found = this.#own.get(key) ?? this.#others().get(key);
    return found !== undefined && isLive(found) ? found : undefined;
  }

  /** Live resources of a type, in all regions. */
  ofType(type: string): readonly CloudResource[] {
    return this.#own.ofType(type).filter(isLive);
  }

  /** A live resource of one of the types by its `arn` output. */
  findByArn(arn: string, types: readonly string[]): CloudResource | undefined {
    const among = (index: ResourceIndex): CloudResource | undefined =>
      types.flatMap((type) => index.ofType(type)).find((resource) => isLive(resource) && resource.outputs["arn"] === arn);
    return among(this.#own) ?? among(this.#others());
  }

  /** What stands in the way of a new resource: live, or deleted and still kept. */
  claimant(type: string, claims: (resource: CloudResource) => boolean): CloudResource | undefined {
    return this.#own.ofType(type).find(claims);
  }

  async put(resource: CloudResource): Promise<void> {
    this.#own.add(resource);
    await this.#persist();
  }

  async remove(resource: CloudResource): Promise<void> {
    this.#own.delete(resource);
    await this.#persist();
  }

  /** What the other stacks had made by the first time that somebody asked for it. */
  #others(): ResourceIndex {
    this.#neighbours ??= new ResourceIndex(this.#neighbourFiles.filter((file) => existsSync(file)).flatMap((file) => readInventory(file).resources).filter(isLive));
    return this.#neighbours;
  }

  /** Changes that arrive while a write is under way share the next one; there is never more than one writer. */
  async #persist(): Promise<void> {
    this.#nextWrite ??= this.#latestWrite.catch(() => undefined).then(async () => {
      this.#nextWrite = undefined;
      await this.#replaceFile();
    });
    this.#latestWrite = this.#nextWrite;
    await this.#nextWrite;
  }

  async #replaceFile(): Promise<void> {
    const content: InventoryFile = { account: this.#account, resources: [...this.#own.all()] };
    mkdirSync(dirname(this.#file), { recursive: true });
    const temporary = `${this.#file}.${String(process.pid)}.tmp`;
    await writeFile(temporary, `${JSON.stringify(content, undefined, 1)}\n`);
    renameSync(temporary, this.#file);
  }
}

/** Resources by what tells them apart, and by type. */
class ResourceIndex {
  readonly #byKey = new Map<string, CloudResource>();
  readonly #byType = new Map<string, Map<string, CloudResource>>();

  constructor(resources: readonly CloudResource[] = []) {
    for (const resource of resources) {
      this.add(resource);
    }
  }

  all(): Iterable<CloudResource> {
    return this.#byKey.values();
  }

  get(key: string): CloudResource | undefined {
    return this.#byKey.get(key);
  }

  ofType(type: string): readonly CloudResource[] {
    return [...(this.#byType.get(type)?.values() ?? [])];
  }

  add(resource: CloudResource): void {
    const key = keyOf(resource);
    this.#byKey.set(key, resource);
    const siblings = this.#byType.get(resource.type) ?? new Map<string, CloudResource>();
    this.#byType.set(resource.type, siblings.set(key, resource));
  }

  delete(resource: CloudResource): void {
    const key = keyOf(resource);
    this.#byKey.delete(key);
    this.#byType.get(resource.type)?.delete(key);
  }
}

function isLive({ deletedUntil }: CloudResource): boolean {
  return deletedUntil === undefined;
}

/** Reads an inventory file without opening it for change. */
export function readInventory(file: string): InventoryFile {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file} is not a readable inventory: correct the edit, or start over with "npm run sandbox -- reset"`, { cause: error });
  }
}

/** The state of a resource as the provider reports it: its inputs, completed by what AWS computed. */
export function stateOf({ inputs, outputs }: Pick<CloudResource, "inputs" | "outputs">): Properties {
  const { __defaults: _defaults, ...given } = inputs;
  return completed(given, outputs);
}

function completed(inputs: Properties, outputs: Properties): Properties {
  const state: Record<string, Value> = { ...outputs, ...inputs };
  for (const [name, computed] of Object.entries(outputs)) {
    const given = inputs[name];
    if (isProperties(given) && isProperties(computed)) {
      state[name] = completed(given, computed);
    }
  }
  return state;
}

function keyOf(resource: Pick<CloudResource, "type" | "region" | "id">): string {
  return `${resource.type}|${resource.region}|${resource.id}`;
}
