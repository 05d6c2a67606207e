import { isProperties, RESOURCE_REFERENCE, SIGNATURE } from "../wire.ts";
import { gather, type Input, type Inputs, isInputList, isInputs } from "./output.ts";

/**
 * Reads the arguments of one component and collects every problem with them, so that all are
 * reported at once before anything is registered.
 */
export class Arguments {
  readonly #problems: string[] = [];

  problem(text: string): void {
    this.#problems.push(text);
  }

  /** Refuses names that are not in the list; nothing the program asks for may be ignored silently. */
  onlyKnown(inputs: Inputs, known: readonly string[], path = ""): void {
    for (const [name, value] of Object.entries(inputs)) {
      if (!known.includes(name) && value !== undefined && value !== null) {
        this.problem(`${path}${name} is not modelled by the sandbox; modelled are ${known.join(", ")}. Leave it out, or preview against a real account`);
      }
    }
  }

  /** Refuses every value but one, for options of which the sandbox knows one behaviour. */
  mustBe(name: string, input: Input, only: string | boolean, otherwise: string): void {
    const { value } = gather(input);
    if (value !== only) {
      this.problem(`${name} is ${value === null ? "not given" : JSON.stringify(value)}; the sandbox models ${JSON.stringify(only)} only: ${otherwise}`);
    }
  }

  /** Refuses everything but a resource, or an output that will turn out to be one. */
  resource(name: string, input: Input, kind: string): void {
    const { value, known } = gather(input);
    if (known && !(isProperties(value) && value[SIGNATURE] === RESOURCE_REFERENCE)) {
      this.problem(`${name} must be the ${kind} itself; the sandbox models nothing else there`);
    }
  }

  string(name: string, input: Input): string | undefined {
    const value = this.#plain(name, input);
    return value === undefined || typeof value === "string" ? value : this.#wrong(name, value, "a string");
  }

  number(name: string, input: Input): number | undefined {
    const value = this.#plain(name, input);
    return value === undefined || typeof value === "number" ? value : this.#wrong(name, value, "a number");
  }

  boolean(name: string, input: Input): boolean | undefined {
    const value = this.#plain(name, input);
    return value === undefined || typeof value === "boolean" ? value : this.#wrong(name, value, "true or false");
  }

  oneOf<Choice extends string>(name: string, input: Input, choices: readonly Choice[]): Choice | undefined {
    const value = this.#plain(name, input);
    return value === undefined ? undefined : choices.find((choice) => choice === value) ?? this.#wrong(name, value, choices.join(", "));
  }

  strings(name: string, input: Input): readonly string[] | undefined {
    return this.list(name, input)?.flatMap((item, index) => this.string(`${name}[${String(index)}]`, item) ?? []);
  }

  list(name: string, input: Input): readonly Input[] | undefined {
    if (input === undefined || input === null) {
      return undefined;
    }
    return isInputList(input) ? input : this.#wrong(name, gather(input).value, "a list that is known before anything is created");
  }

  map(name: string, input: Input): Inputs | undefined {
    if (input === undefined || input === null) {
      return undefined;
    }
    return isInputs(input) ? input : this.#wrong(name, gather(input).value, "a map that is known before anything is created");
  }

  /** @throws Error that lists every problem, if there is one; the engine names the component before it */
  check(): void {
    if (this.#problems.length > 0) {
      throw new Error(this.#problems.length === 1
        ? this.#problems.join("")
        : `${String(this.#problems.length)} problems\n${this.#problems.map((problem) => `  - ${problem}`).join("\n")}`);
    }
  }

  #plain(name: string, input: Input): Input {
    const { value, known } = gather(input);
    if (!known) {
      this.problem(`${name} must be known before anything is created; give a plain value instead of another resource's output`);
      return undefined;
    }
    return value ?? undefined;
  }

  #wrong(name: string, value: Input, wanted: string): undefined {
    this.problem(`${name} is ${JSON.stringify(value)}; wanted is ${wanted}`);
    return undefined;
  }
}
