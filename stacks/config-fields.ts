import * as z from "zod";

/** What is allowed and what to change, carried by every field so that a refusal can say both. */
function refusal(allowed: string, change: string): string {
  return `${allowed}. ${change}`;
}

/** Text of a given form. */
export function text(pattern: RegExp, allowed: string, change: string): z.ZodString {
  const error = refusal(allowed, change);
  return z.string({ error }).regex(pattern, { error });
}

/** A whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number, unit: string, change: string): z.ZodNumber {
  const error = refusal(`a whole number of ${unit} from ${String(min)} to ${String(max)}`, change);
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

/** One of a closed set of words. */
export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values, change: string): z.ZodEnum<{ [Value in Values[number]]: Value }> {
  return z.enum(values, { error: refusal(`one of ${values.map((value) => JSON.stringify(value)).join(", ")}`, change) });
}

/** One of a closed set of numbers. */
export function oneOfNumbers(values: readonly number[], unit: string, change: string): z.ZodType<number> {
  const error = refusal(`one of ${values.join(", ")} ${unit}`, change);
  return z.number({ error }).refine((value) => values.includes(value), { error });
}

/** A list of at least one. */
export function listOf<Item extends z.ZodType>(item: Item, what: string, change: string): z.ZodArray<Item> {
  const error = refusal(`a list of at least one ${what}`, change);
  return z.array(item, { error }).min(1, { error });
}

/** A group of fields; a name that is not among them is refused. */
export function group<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => issue.code === "unrecognized_keys"
      ? refusal(`the fields ${Object.keys(shape).join(", ")}`, `Remove or correct ${issue.keys.join(", ")}`)
      : refusal(`a group with the fields ${Object.keys(shape).join(", ")}`, "See Pulumi.dev.yaml for an example"),
  });
}

export const region = text(/^[a-z]{2}(-[a-z]+)+-\d$/u, "an AWS region such as us-east-1", "Give a region's code");
export const cidr = text(/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/u, "an IPv4 block such as 10.0.0.0/16", "Give the block in CIDR notation");
