import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Properties } from "./wire.ts";

/** One resource that exists in the fake cloud. */
export interface CloudResource {
  readonly type: string;
  readonly id: string;
  /** Empty for global services such as IAM. */
  readonly region: string;
  /** The engine's name of the resource that created it; how an interrupted create is found again. */
  readonly urn: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
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
  readonly #resources = new Map<string, CloudResource>();
  #flush: Promise<void> | undefined;
  #queued: Promise<void> | undefined;

  constructor(file: string, account: string) {
    this.#file = file;
    this.#account = account;
    if (existsSync(file)) {
      for (const resource of readInventory(file).resources) {
        this.#resources.set(keyOf(resource), resource);
      }
    }
  }

  all(): IterableIterator<CloudResource> {
    return this.#resources.values();
  }

  find(type: string, region: string, id: string): CloudResource | undefined {
    return this.#resources.get(keyOf({ type, region, id }));
  }

  async put(resource: CloudResource): Promise<void> {
    this.#resources.set(keyOf(resource), resource);
    await this.#persist();
  }

  async remove(resource: CloudResource): Promise<void> {
    this.#resources.delete(keyOf(resource));
    await this.#persist();
  }

  /** Writes that arrive while one is under way share the next one. */
  async #persist(): Promise<void> {
    if (this.#flush !== undefined) {
      this.#queued ??= this.#flush.then(async () => {
        this.#queued = undefined;
        await this.#write();
      });
      return await this.#queued;
    }
    await this.#write();
  }

  async #write(): Promise<void> {
    this.#flush = this.#replaceFile();
    try {
      await this.#flush;
    } finally {
      this.#flush = undefined;
    }
  }

  async #replaceFile(): Promise<void> {
    const content: InventoryFile = { account: this.#account, resources: [...this.#resources.values()] };
    mkdirSync(dirname(this.#file), { recursive: true });
    const temporary = `${this.#file}.${String(process.pid)}.tmp`;
    await writeFile(temporary, `${JSON.stringify(content, undefined, 1)}\n`);
    renameSync(temporary, this.#file);
  }
}

/** Reads an inventory file without opening it for change. */
export function readInventory(file: string): InventoryFile {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file} is not a readable inventory: correct the edit, or start over with "npm run sandbox -- reset"`, { cause: error });
  }
}

function keyOf(resource: Pick<CloudResource, "type" | "region" | "id">): string {
  return `${resource.type}|${resource.region}|${resource.id}`;
}
