import * as z from "zod";

/** What is allowed and what to change, carried by every field so that a refusal can say both. */
function refusal(allowed: string, change: string): string {
  return `${allowed}. ${change}`;
}

/** Text of a given form. */
export function text(form: RegExp | ((value: string) => boolean), allowed: string, change: string): z.ZodString {
  const error = refusal(allowed, change);
  return z.string({ error }).refine((value) => (form instanceof RegExp ? form.test(value) : form(value)), { error });
}

/** A whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number, unit: string, change: string): z.ZodNumber {
  const error = refusal(`a whole number of ${unit} from ${String(min)} to ${String(max)}`, change);
  // One check for all of it, so that one bad value is one problem.
  return z.number({ error }).refine((value) => Number.isInteger(value) && value >= min && value <= max, { error });
}

/** A port of TCP from `min` on. */
export function port(min: number, change: string): z.ZodNumber {
  const error = refusal(`a port from ${String(min)} to 65535`, change);
  return z.number({ error }).refine((value) => Number.isInteger(value) && value >= min && value <= 65_535, { error });
}

/** An amount, not necessarily whole, from `min` to `max`. */
export function amount(max: number, unit: string, change: string, min = 0): z.ZodNumber {
  const error = refusal(`a number of ${unit} from ${String(min)} to ${String(max)}`, change);
  return z.number({ error }).refine((value) => value >= min && value <= max, { error });
}

/** One word, of which another place knows the alternatives. */
export function exactly<const Value extends string>(value: Value, allowed: string, change: string): z.ZodLiteral<Value> {
  return z.literal(value, { error: refusal(allowed, change) });
}

/** One of a closed set of words. */
export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values, change: string): z.ZodEnum<{ [Value in Values[number]]: Value }> {
  return z.enum(values, { error: refusal(`one of ${values.map((value) => JSON.stringify(value)).join(", ")}`, change) });
}

/** One of a closed set of numbers. */
export function oneOfNumbers<const Value extends number>(values: readonly Value[], unit: string, change: string): z.ZodLiteral<Value> {
  return z.literal(values, { error: refusal(`one of ${values.join(", ")} ${unit}`, change) });
}

/** True or false; `standard` where it is left out. */
export function choice(change: string, standard = false): z.ZodDefault<z.ZodBoolean> {
  return z.boolean({ error: refusal("true or false", change) }).default(standard);
}

/** A list of one to `max`. */
export function listOf<Item extends z.ZodType>(item: Item, what: string, change: string, max = Infinity): z.ZodArray<Item> {
  const error = refusal(`a list of at least one ${what}${max === Infinity ? "" : `, at most ${String(max)}`}`, change);
  // zod's own length checks look at text too, and would report it twice.
  return z.array(item, { error }).refine(({ length }) => length >= 1 && length <= max, { error });
}

/** A list that may be empty, and is where it is left out. */
export function anyOf<Item extends z.ZodType>(item: Item, what: string, change: string): z.ZodDefault<z.ZodArray<Item>> {
  return z.array(item, { error: refusal(`a list of ${what}, which may be empty`, change) }).default([]);
}

/** A value, or a list of them where one is not enough; always a list to the program. */
export function oneOrMore(form: (value: string) => boolean, allowed: string, change: string, max: number): z.ZodType<string[]> {
  const error = refusal(allowed, change);
  const fits = (values: readonly string[]): boolean => values.length >= 1 && values.length <= max && new Set(values).size === values.length && values.every(form);
  // One check for all of it, so that one bad value is one problem.
  return z.unknown().transform((value) => z.array(z.string()).safeParse([value].flat()).data ?? []).refine(fits, { error });
}

/** Values by names that somebody else knows; empty where it is left out. */
export function mapOf<Value extends z.ZodType>(value: Value, what: string, change: string): z.ZodDefault<z.ZodRecord<z.ZodString, Value>> {
  return z.record(z.string(), value, { error: refusal(`a group with ${what}, which may be empty`, change) }).default({});
}

/** A group of fields; a name that is not among them is refused. */
export function group<Shape extends z.ZodRawShape>(shape: Shape, example = "Pulumi.dev.yaml"): z.ZodObject<Shape, z.core.$strict> {
  const names = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: ({ code }) => code === "unrecognized_keys"
      ? refusal(`takes ${names}`, "Correct the name, or remove it")
      : refusal(`a group with the fields ${names}`, `See ${example} for an example`),
  });
}

/** Regions of China, GovCloud and the isolated partitions have ARNs and endpoints of their own. */
export const region = text(
  /^(?!cn-|us-gov-|us-iso|eu-iso)[a-z]{2}(-[a-z]+)+-\d$/u, "an AWS region such as us-east-1, outside China, GovCloud and isolated partitions", "Give a region's code",
);

export const cidr = text(isBlock, "an IPv4 block that starts at its own first address, such as 10.0.0.0/16", "Give the block in CIDR notation");

export const url = text(/^https:\/\/\S+$/u, "an address that starts with https://", "Give the whole address");
export const domain = text(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u, "a domain name such as api.example.org", "Give it in lower case");
export const certificateArn = text(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/\S+$/u, "ARN of a certificate of ACM", "Request one for the domain");
export const hostedZoneId = text(/^Z[A-Z0-9]{4,31}$/u, "id of a Route 53 zone", "Leave it out to point the domain yourself");

export const day = text(isDay, "a date such as 2027-01-31", "Give the last day on which it holds");

function isBlock(value: string): boolean {
  const [address = "", prefix = ""] = value.split("/");
  const first = address.split(".").reduce((number, byte) => number * 256 + Number(byte), 0);
  return z.cidrv4().safeParse(value).success && first % 2 ** (32 - Number(prefix)) === 0;
}

/** 2027-02-30 has the form of a date and is none. */
function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
}
