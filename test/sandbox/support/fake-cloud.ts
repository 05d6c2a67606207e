import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Autonaming } from "../../../sandbox/autonaming.ts";
import { Cloud } from "../../../sandbox/cloud.ts";
import { type FaultPlan, Faults } from "../../../sandbox/faults.ts";
import { type CloudResource, Inventory } from "../../../sandbox/inventory.ts";
import { models } from "../../../sandbox/models.ts";
import { ACCOUNT, type ProviderSettings } from "../../../sandbox/resource-model.ts";
import type { Properties } from "../../../sandbox/wire.ts";

export const EAST: ProviderSettings = { region: "us-east-1", defaultTags: {}, assumeRoleArns: [] };

/** A fake cloud of its own, with the engine's part (check before create) done, for tests without an engine. */
export class FakeCloud {
  readonly folder = mkdtempSync(join(tmpdir(), "fake-cloud-"));
  readonly inventoryFile = join(this.folder, "inventory.json");
  readonly inventory: Inventory;
  readonly cloud: Cloud;
  readonly #clock = { now: new Date("2026-03-01T12:00:00Z") };
  #names = 0;

  constructor(faults: FaultPlan = {}) {
    this.inventory = new Inventory(this.inventoryFile, ACCOUNT, this.#clock.now);
    this.cloud = new Cloud(models, this.inventory, new Faults(faults, () => undefined), () => this.#clock.now);
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Lets days pass in the fake cloud. */
  pass(days: number): void {
    this.#clock.now = new Date(this.#clock.now.getTime() + days * 86_400_000);
  }

  /** Inputs as Check leaves them. @throws when Check refuses them */
  checked(type: string, news: Properties, options: { readonly name?: string; readonly olds?: Properties; readonly settings?: ProviderSettings; readonly autonaming?: Autonaming } = {}): Properties {
    const { name = "probe", olds = {}, settings = EAST, autonaming = { disabled: false } } = options;
    const { inputs, failures } = this.cloud.check({ type, name, seed: "seed", olds, news, autonaming }, settings);
    if (failures.length > 0) {
      throw new Error(failures.map(({ reason }) => reason).join("; "));
    }
    return inputs;
  }

  async create(type: string, news: Properties = {}, settings = EAST): Promise<CloudResource> {
    this.#names += 1;
    const name = `probe${String(this.#names)}`;
    return await this.cloud.create(type, `urn:pulumi:dev::probe::${type}::${name}`, this.checked(type, news, { name, settings }), settings);
  }

  async update(resource: CloudResource, news: Properties, settings = EAST): Promise<CloudResource> {
    const { type, id, urn, inputs } = resource;
    return await this.cloud.update(type, id, urn, this.checked(type, news, { olds: inputs, settings }), settings);
  }

  async delete({ type, id, inputs }: CloudResource, settings = EAST): Promise<void> {
    await this.cloud.delete(type, id, inputs, settings);
  }
}
