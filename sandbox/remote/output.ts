import { isList, isProperties, OUTPUT_VALUE, type Properties, RESOURCE_REFERENCE, SECRET, SIGNATURE, UNKNOWN, type Value } from "../wire.ts";

/**
 * A value together with the URNs of the resources it came from. Known as a whole or not at all;
 * a reference to a resource is known even while the resource's id is not.
 */
export class Output {
  readonly value: Value;
  readonly sources: ReadonlySet<string>;
  readonly secret: boolean;

  constructor(value: Value, sources: Iterable<string> = [], secret = false) {
    this.value = holdsUnknown(value) ? UNKNOWN : value;
    this.sources = new Set(sources);
    this.secret = secret;
  }

  get known(): boolean {
    return this.value !== UNKNOWN;
  }
}

/** What a resource property may be given: plain data with outputs anywhere inside. Absent entries are left out. */
export type Input = Value | Output | undefined | readonly Input[] | { readonly [name: string]: Input };

export interface Inputs {
  readonly [name: string]: Input;
}

/** Reads a value that the engine sent; `dependencies` are the URNs it names for the value as a whole. */
export function decode(value: Value, dependencies: readonly string[] = []): Input {
  const input = decodePart(value);
  const { value: plain, sources, secret } = gather(input);
  return dependencies.length === 0 || sources.size > 0 || isReference(value) ? input : new Output(plain, dependencies, secret);
}

function decodePart(value: Value): Input {
  if (value === UNKNOWN) {
    return new Output(UNKNOWN);
  }
  if (isList(value)) {
    return value.map(decodePart);
  }
  if (!isProperties(value)) {
    return value;
  }
  const signature = value[SIGNATURE];
  if (signature === SECRET) {
    return new Output(plainOf(value["value"] ?? null), [], true);
  }
  if (signature === OUTPUT_VALUE) {
    const dependencies = value["dependencies"];
    const urns = isList(dependencies) ? dependencies.filter((urn) => typeof urn === "string") : [];
    return new Output(Object.hasOwn(value, "value") ? plainOf(value["value"] ?? null) : UNKNOWN, urns, value["secret"] === true);
  }
  return signature === undefined ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, decodePart(entry)])) : value;
}

/** The bare value under secret and output marks. */
function plainOf(value: Value): Value {
  return gather(decodePart(value)).value;
}

/** One output for the whole input: unknown when any part is. */
export function gather(input: Input): Output {
  const sources = new Set<string>();
  let secret = false;
  const visit = (part: Input): Value => {
    if (part instanceof Output) {
      part.sources.forEach((urn) => sources.add(urn));
      secret ||= part.secret;
      return part.value;
    }
    if (isInputList(part)) {
      return part.map(visit);
    }
    if (isInputs(part)) {
      return Object.fromEntries(Object.entries(part).filter(([, entry]) => entry !== undefined).map(([name, entry]) => [name, visit(entry)]));
    }
    return part ?? null;
  };
  return new Output(visit(input), sources, secret);
}

/** Computes a value once every part is known; carries the sources of all parts either way. */
export function combine(parts: Inputs, compute: (values: Properties) => Value): Output {
  const { value, sources, secret } = gather(parts);
  return new Output(isProperties(value) ? compute(value) : UNKNOWN, sources, secret);
}

/** A copy that also depends on the given resources. */
export function dependingOn(input: Input, urns: Iterable<string>): Output {
  const { value, sources, secret } = gather(input);
  return new Output(value, [...sources, ...urns], secret);
}

/** One property as it goes to the engine. */
export interface Encoded {
  readonly value: Value;
  readonly sources: ReadonlySet<string>;
}

/** Writes the properties for the engine, each with the resources it depends on; absent ones are left out. */
export function encode(inputs: Inputs): ReadonlyMap<string, Encoded> {
  const encoded = new Map<string, Encoded>();
  for (const [name, input] of Object.entries(inputs)) {
    const value = encodePart(input);
    if (value !== undefined) {
      encoded.set(name, { value, sources: gather(input).sources });
    }
  }
  return encoded;
}

function encodePart(input: Input): Value | undefined {
  if (input instanceof Output) {
    if (input.value === null) {
      return undefined;
    }
    return input.secret && input.known ? { [SIGNATURE]: SECRET, value: input.value } : input.value;
  }
  if (isInputList(input)) {
    return input.map((item) => encodePart(item) ?? null);
  }
  if (isInputs(input)) {
    const entries: Record<string, Value> = {};
    for (const [name, entry] of Object.entries(input)) {
      const value = encodePart(entry);
      if (value !== undefined) {
        entries[name] = value;
      }
    }
    return entries;
  }
  return input ?? undefined;
}

export function isInputs(input: Input): input is Inputs {
  return typeof input === "object" && input !== null && !Array.isArray(input) && !(input instanceof Output);
}

export function isInputList(input: Input): input is readonly Input[] {
  return Array.isArray(input);
}

/** Names and values of the properties, for sending as one struct. */
export function encodedValues(encoded: ReadonlyMap<string, Encoded>): Properties {
  return Object.fromEntries([...encoded].map(([name, { value }]) => [name, value]));
}

function holdsUnknown(value: Value): boolean {
  if (isList(value)) {
    return value.some(holdsUnknown);
  }
  return isProperties(value) ? !isReference(value) && Object.values(value).some(holdsUnknown) : value === UNKNOWN;
}

function isReference(value: Value): boolean {
  return isProperties(value) && value[SIGNATURE] === RESOURCE_REFERENCE;
}

/** A scalar as text, such as a name in an ARN. */
export function asText(value: Value | undefined): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
