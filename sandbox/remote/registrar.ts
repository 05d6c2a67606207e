import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import resourcePb from "@pulumi/pulumi/proto/resource_pb.js";
import { fromStruct, isProperties, type Properties, RESOURCE_REFERENCE, SIGNATURE, toStruct, UNKNOWN, type Value } from "../wire.ts";
import { forwardComponentOptions } from "./component-options.ts";
import type { Monitor } from "./monitor.ts";
import { asText, decode, encode, encodedValues, gather, type Inputs, Output } from "./output.ts";
import { sdkVersion } from "./sdk-version.ts";

export interface ResourceRequest {
  readonly type: string;
  readonly name: string;
  readonly parent: string;
  readonly inputs: Inputs;
  readonly dependsOn?: readonly string[];
  readonly ignoreChanges?: readonly string[];
}

export interface ComponentRequest {
  readonly type: string;
  readonly name: string;
  readonly parent: string;
  readonly dependsOn?: readonly string[];
  /** Providers for its children beside the ones of the component around it. */
  readonly providers?: Readonly<Record<string, string>>;
}

/** A resource the engine has registered. Outputs that a preview cannot know are unknown, others that are absent are null. */
export class Registered {
  readonly urn: string;
  readonly id: Output;
  readonly #outputs: Properties;
  readonly #absent: Value;

  constructor(urn: string, id: string, outputs: Properties, absent: Value) {
    this.urn = urn;
    this.id = new Output(id === "" ? absent : id, [urn]);
    this.#outputs = outputs;
    this.#absent = absent;
  }

  output(name: string): Output {
    const value = gather(decode(this.#outputs[name] ?? this.#absent));
    return new Output(value.value, [this.urn], value.secret);
  }

  /** How other resources and outputs point at this one. */
  reference(): Value {
    return { [SIGNATURE]: RESOURCE_REFERENCE, urn: this.urn, id: this.id.value };
  }

  /** How resources name this one as their provider. */
  providerReference(): string {
    return `${this.urn}::${asText(this.id.value ?? UNKNOWN)}`;
  }
}

/** Registers one component and its children with the engine, as a component's own program would. */
export class Registrar {
  readonly dryRun: boolean;
  readonly #monitor: Monitor;
  readonly #request: providerPb.ConstructRequest;
  readonly #providers: ReadonlyMap<string, string>;

  constructor(request: providerPb.ConstructRequest, monitor: Monitor) {
    this.#request = request;
    this.#monitor = monitor;
    this.dryRun = request.getDryrun();
    this.#providers = new Map(request.getProvidersMap().entries());
  }

  /** Registers the component the program asked for, with the options the program gave. @returns its URN */
  async root(): Promise<string> {
    const request = this.#message(this.#request.getType(), this.#request.getName(), this.#request.getParent(), this.#request.getDependenciesList());
    forwardComponentOptions(this.#request, request);
    return (await this.#register(request)).getUrn();
  }

  /** @returns the URN of a component inside the component */
  async component({ type, name, parent, dependsOn = [], providers = {} }: ComponentRequest): Promise<string> {
    const request = this.#message(type, name, parent, dependsOn);
    for (const [pkg, reference] of [...this.#providers, ...Object.entries(providers)]) {
      request.getProvidersMap().set(pkg, reference);
    }
    return (await this.#register(request)).getUrn();
  }

  async resource({ type, name, parent, inputs, dependsOn = [], ignoreChanges = [] }: ResourceRequest): Promise<Registered> {
    const encoded = encode(inputs);
    const dependencies = new Set([...dependsOn, ...[...encoded.values()].flatMap(({ sources }) => [...sources])]);
    const request = this.#message(type, name, parent, [...dependencies])
      .setCustom(true)
      .setObject(toStruct(encodedValues(encoded)))
      .setProvider(this.#providers.get(packageOf(type)) ?? "")
      .setVersion(sdkVersion(type.startsWith("pulumi:providers:") ? type.slice("pulumi:providers:".length) : packageOf(type)))
      .setIgnorechangesList([...ignoreChanges]);
    for (const [property, { sources }] of encoded) {
      request.getPropertydependenciesMap().set(property, new resourcePb.RegisterResourceRequest.PropertyDependencies().setUrnsList([...sources]));
    }
    const response = await this.#register(request);
    const absent = this.dryRun || response.getUnknown() ? UNKNOWN : null;
    return new Registered(response.getUrn(), response.getId(), fromStruct(response.getObject()), absent);
  }

  async registerOutputs(urn: string, outputs: Inputs): Promise<void> {
    await this.#monitor.registerOutputs(urn, encodedValues(encode(outputs)));
  }

  /** Reads a data source of AWS. Not asked while an argument is unknown. */
  async invoke(token: string, args: Inputs, property: string): Promise<Output> {
    const { value, sources, known } = gather(args);
    const answer = known && isProperties(value)
      ? await this.#monitor.invoke(token, value, this.#providers.get("aws") ?? "", sdkVersion("aws"))
      : undefined;
    return new Output(answer === undefined ? UNKNOWN : answer[property] ?? null, sources);
  }

  /** The resource behind a reference that was given as an argument. */
  async lookUp(reference: Value): Promise<Registered> {
    const urn = referencedUrn(reference);
    const answer = await this.#monitor.invoke("pulumi:pulumi:getResource", { urn }, "", "");
    const state = answer?.["state"];
    return new Registered(urn, asText(answer?.["id"] ?? ""), isProperties(state) ? state : {}, this.dryRun ? UNKNOWN : null);
  }

  /** What Construct answers with. */
  response(urn: string, outputs: Inputs): providerPb.ConstructResponse {
    const encoded = encode(outputs);
    const response = new providerPb.ConstructResponse().setUrn(urn).setState(toStruct(encodedValues(encoded)));
    for (const [name, { sources }] of encoded) {
      response.getStatedependenciesMap().set(name, new providerPb.ConstructResponse.PropertyDependencies().setUrnsList([...sources]));
    }
    return response;
  }

  #message(type: string, name: string, parent: string, dependencies: readonly string[]): resourcePb.RegisterResourceRequest {
    const request = new resourcePb.RegisterResourceRequest()
      .setType(type)
      .setName(name)
      .setParent(parent)
      .setObject(toStruct({}))
      .setDependenciesList([...dependencies])
      .setAcceptsecrets(true)
      .setAcceptresources(true)
      .setSupportspartialvalues(true)
      .setSupportsresultreporting(true)
      .setAliasspecs(true)
      .setParentstacktracehandle(this.#request.getStackTraceHandle());
    const protect = this.#request.getProtect();
    return protect === undefined || !this.#request.hasProtect() ? request : request.setProtect(protect);
  }

  async #register(request: resourcePb.RegisterResourceRequest): Promise<resourcePb.RegisterResourceResponse> {
    const response = await this.#monitor.register(request);
    if (response.getResult() !== resourcePb.Result.SUCCESS) {
      throw new Error(`resource ${request.getName()} [${request.getType()}] was not registered, because it or something it needs failed`);
    }
    return response;
  }
}

function packageOf(type: string): string {
  return type.slice(0, type.indexOf(":"));
}

/** The URN a resource reference points at. */
function referencedUrn(reference: Value): string {
  const urn = isProperties(reference) && reference[SIGNATURE] === RESOURCE_REFERENCE ? reference["urn"] : undefined;
  if (typeof urn !== "string") {
    throw new TypeError("a reference to a resource was expected");
  }
  return urn;
}

/** References to registered resources; depends on each of them. */
export function references(resources: readonly Registered[], alsoFrom: Iterable<string> = []): Output {
  return new Output(resources.map((resource) => resource.reference()), [...resources.map(({ urn }) => urn), ...alsoFrom]);
}

/** Waits for every registration to end, so that none is cut short, then throws the first failure. */
export async function settled<Results extends readonly unknown[]>(promises: { readonly [Index in keyof Results]: Promise<Results[Index]> }): Promise<Results> {
  await Promise.allSettled(promises);
  return await Promise.all(promises);
}
