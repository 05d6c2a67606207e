import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import { construct } from "../../../sandbox/remote/construction.ts";
import { fromStruct, isList, isProperties, OUTPUT_VALUE, type Properties, RESOURCE_REFERENCE, SIGNATURE, toStruct, UNKNOWN, type Value } from "../../../sandbox/wire.ts";
import { type FakeEngine, identity } from "./fake-engine.ts";
import type { RecordedComponent } from "./recorded-scenarios.ts";

const TOKEN = /^\$\{(.+?)::(.+?)\.(.+)\}$/u;
/** What the SDK fills into add-on options before it sends them. */
const CONFLICTS = { resolveConflictsOnCreate: "OVERWRITE", resolveConflictsOnUpdate: "OVERWRITE" };
const SDK_DEFAULTS: Readonly<Record<string, Properties>> = { corednsAddonOptions: { enabled: true, ...CONFLICTS }, kubeProxyAddonOptions: CONFLICTS, vpcCniOptions: CONFLICTS };

interface Constructed {
  readonly urn: string;
  readonly outputs: Properties;
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
}

/** A program that asks a fake engine for components, in order, as the SDK and the engine word it. */
export class FakeProgram {
  readonly #engine: FakeEngine;
  readonly #address: string;
  readonly #constructed = new Map<string, Constructed>();

  constructor(engine: FakeEngine, address: string) {
    this.#engine = engine;
    this.#address = address;
  }

  /** @param adjust sets options of the request beyond the arguments */
  async create({ type, name, args }: RecordedComponent, adjust: (request: providerPb.ConstructRequest) => void = () => undefined): Promise<Constructed> {
    const request = new providerPb.ConstructRequest().setMonitorendpoint(this.#address).setDryrun(this.#engine.phase === "preview").setType(type).setName(name);
    const inputs: Record<string, Value> = {};
    const all = new Set<string>();
    for (const [property, given] of Object.entries(args)) {
      const urns = new Set<string>();
      const defaults = SDK_DEFAULTS[property];
      inputs[property] = this.#wire(defaults === undefined || !isProperties(given) ? given : { ...defaults, ...given }, urns);
      request.getInputdependenciesMap().set(property, new providerPb.ConstructRequest.PropertyDependencies().setUrnsList([...urns]));
      urns.forEach((urn) => all.add(urn));
    }
    request.setInputs(toStruct(inputs)).setDependenciesList([...all]);
    adjust(request);
    const response = await construct(request);
    const constructed = {
      urn: response.getUrn(),
      outputs: fromStruct(response.getState()),
      dependencies: new Map([...response.getStatedependenciesMap().entries()].map(([property, urns]) => [property, urns.getUrnsList()])),
    };
    this.#constructed.set(identity(constructed.urn), constructed);
    return constructed;
  }

  /** Writes an argument as the engine sends it; `urns` collects what it depends on. */
  #wire(value: Value, urns: Set<string>): Value {
    if (isList(value)) {
      return value.map((item) => this.#wire(item, urns));
    }
    if (isProperties(value)) {
      const { $resource: resource, $output: output } = value;
      if (typeof resource === "string") {
        const [type = "", name = ""] = resource.split("::");
        const urn = this.#constructed.get(resource)?.urn ?? this.#engine.hold(type, name, {});
        return { [SIGNATURE]: RESOURCE_REFERENCE, urn, ...(this.#constructed.has(resource) ? {} : { id: this.#engine.phase === "preview" ? UNKNOWN : `\${${resource}.id}` }) };
      }
      return typeof output === "string" ? this.#output(output, urns) : Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, this.#wire(entry, urns)]));
    }
    const token = typeof value === "string" ? TOKEN.exec(value) : null;
    if (token === null) {
      return value;
    }
    const urn = this.#engine.hold(token[1] ?? "", token[2] ?? "", {});
    urns.add(urn);
    return { [SIGNATURE]: OUTPUT_VALUE, dependencies: [urn], ...(this.#engine.phase === "preview" ? {} : { value }) };
  }

  /** An output of a component that the program hands on. */
  #output(path: string, urns: Set<string>): Value {
    const [component = "", property = ""] = path.split(".");
    const constructed = this.#constructed.get(component);
    if (constructed === undefined) {
      throw new Error(`${component} was not created`);
    }
    const dependencies = [constructed.urn, ...constructed.dependencies.get(property) ?? []];
    dependencies.forEach((urn) => urns.add(urn));
    const value = constructed.outputs[property] ?? null;
    return { [SIGNATURE]: OUTPUT_VALUE, dependencies, ...(value === UNKNOWN ? {} : { value }) };
  }
}
