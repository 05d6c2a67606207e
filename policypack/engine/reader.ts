/** Thrown when a rule reads a value that is not known until `up`. */
export class UndecidedError extends Error {
  override readonly name = "UndecidedError";
  readonly property: string;
  /** The resource, where several are judged at once. */
  readonly urn: string | undefined;

  constructor(property: string, urn?: string) {
    super(`${property} is not known at preview`);
    this.property = property;
    this.urn = urn;
  }
}

/** True for the error with which the policy SDK answers the reading of an unknown value; compared by name, as the SDK may be loaded twice. */
export function isUnknownValue(error: unknown): boolean {
  return error instanceof Error && error.constructor.name === "UnknownValueError";
}

/**
 * Typed access to a resource's properties. Presence is judged without reading, so a key that is
 * still to be created counts as given; reading an unknown value throws UndecidedError with its path.
 * A value of another type than asked for reads as undefined.
 */
export class Reader {
  readonly #value: object;
  readonly path: string;
  readonly #urn: string | undefined;

  /** @param urn - of the resource, for stack rules: an unknown value then names its resource */
  constructor(value: object, path = "", urn?: string) {
    this.#value = value;
    this.path = path;
    this.#urn = urn;
  }

  /** True when the property was given, known or not; null and undefined are as good as not given. */
  has(name: string): boolean {
    if (!(name in this.#value)) {
      return false;
    }
    try {
      const value = this.#read(name);
      return value !== undefined && value !== null;
    } catch (error) {
      if (error instanceof UndecidedError) {
        return true;
      }
      throw error;
    }
  }

  /** True when the property was given and can be read now. */
  isKnown(name: string): boolean {
    try {
      return this.#read(name) !== undefined;
    } catch (error) {
      if (error instanceof UndecidedError) {
        return false;
      }
      throw error;
    }
  }

  names(): readonly string[] {
    return Object.keys(this.#value);
  }

  string(name: string): string | undefined {
    const value = this.#read(name);
    return typeof value === "string" ? value : undefined;
  }

  /** Also reads the strings that some AWS types use for numbers. */
  number(name: string): number | undefined {
    const value = this.#read(name);
    if (typeof value === "string" && /^-?\d+$/u.test(value)) {
      return Number(value);
    }
    return typeof value === "number" ? value : undefined;
  }

  /** Also reads the strings "true" and "false", which launch templates use. */
  boolean(name: string): boolean | undefined {
    const value = this.#read(name);
    if (value === "true" || value === "false") {
      return value === "true";
    }
    return typeof value === "boolean" ? value : undefined;
  }

  object(name: string): Reader | undefined {
    const value = this.#read(name);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? this.#inside(name, value) : undefined;
  }

  /** The objects of a list; an object alone reads as a list of one, as providers differ between versions. */
  objects(name: string): readonly Reader[] {
    const value = this.#read(name);
    if (!Array.isArray(value)) {
      const single = this.object(name);
      return single === undefined ? [] : [single];
    }
    const list = this.#inside(name, value);
    return list.names().flatMap((index) => list.object(index) ?? []);
  }

  /** The strings of a list; a string alone reads as a list of one. */
  strings(name: string): readonly string[] {
    const value = this.#read(name);
    if (typeof value === "string") {
      return [value];
    }
    if (!Array.isArray(value)) {
      return [];
    }
    const list = this.#inside(name, value);
    return list.names().flatMap((index) => list.string(index) ?? []);
  }

  /** Every string in the property, at any depth; values that are not known are left out. */
  knownStrings(name: string): readonly string[] {
    if (!this.isKnown(name)) {
      return [];
    }
    const value = this.#read(name);
    if (typeof value === "string") {
      return [value];
    }
    if (typeof value !== "object" || value === null) {
      return [];
    }
    const inside = this.#inside(name, value);
    return inside.names().flatMap((key) => inside.knownStrings(key));
  }

  /** A plain copy of the whole value; throws UndecidedError when any part of it is unknown. */
  plain(name: string): unknown {
    const value = this.#read(name);
    if (typeof value !== "object" || value === null) {
      return value;
    }
    const inner = this.#inside(name, value);
    const entries = inner.names().map((key) => [key, inner.plain(key)] as const);
    return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
  }

  /** True for a list that was given and holds nothing, or was not given. */
  isEmpty(name: string): boolean {
    const value = this.#read(name);
    return value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0);
  }

  pathOf(name: string): string {
    if (this.path === "") {
      return name;
    }
    return /^\d+$/u.test(name) ? `${this.path}[${name}]` : `${this.path}.${name}`;
  }

  #inside(name: string, value: object): Reader {
    return new Reader(value, this.pathOf(name), this.#urn);
  }

  #read(name: string): unknown {
    try {
      return Reflect.get(this.#value, name);
    } catch (error) {
      if (isUnknownValue(error)) {
        throw new UndecidedError(this.pathOf(name), this.#urn);
      }
      throw error;
    }
  }
}
