/** A value of a rule that the pack's configuration may replace. */
export interface Parameter {
  readonly description: string;
  readonly default: number | readonly string[];
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** The parameters of a rule as configured, each falling back to its default. */
export interface Settings {
  number(name: string): number;
  strings(name: string): readonly string[];
}

/** Reads the configuration of a rule; a value of another type than the default's counts as not given. */
export function settingsFrom(parameters: Parameters, configuration: object): Settings {
  const valueOf = (name: string): unknown => Reflect.get(configuration, name);
  return {
    number: (name) => {
      const value = valueOf(name);
      const fallback = parameters[name]?.default;
      return typeof value === "number" ? value : asNumber(name, fallback);
    },
    strings: (name) => {
      const value = valueOf(name);
      return Array.isArray(value) ? value.filter((item) => typeof item === "string") : asStrings(name, parameters[name]?.default);
    },
  };
}

/** JSON schema of the parameters, by which the engine checks the configuration. */
export function schemaOf(parameters: Parameters): { readonly properties: Record<string, ParameterSchema> } {
  const entries = Object.entries(parameters).map(([name, { description, default: fallback }]): [string, ParameterSchema] => [
    name,
    typeof fallback === "number" ? { type: "number", description, default: fallback } : { type: "array", items: { type: "string" }, description, default: [...fallback] },
  ]);
  return { properties: Object.fromEntries(entries) };
}

type ParameterSchema =
  | { type: "number"; description: string; default: number }
  | { type: "array"; items: { type: "string" }; description: string; default: string[] };

function asNumber(name: string, value: number | readonly string[] | undefined): number {
  if (typeof value !== "number") {
    throw new TypeError(`the rule declares no number ${name}`);
  }
  return value;
}

function asStrings(name: string, value: number | readonly string[] | undefined): readonly string[] {
  if (value === undefined || typeof value === "number") {
    throw new TypeError(`the rule declares no list ${name}`);
  }
  return value;
}
