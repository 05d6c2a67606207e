import type { Policy } from "@pulumi/policy";
import { patternMatches } from "./policy-document-pattern.ts";

/** A rule that the pack's configuration suspends for some resources, and why. */
export interface Exception {
  readonly rule: string;
  /** Logical name or, from `urn:` on, whole URN; `*` stands for any run of characters, `?` for one. */
  readonly resource: string;
  readonly reason: string | undefined;
  readonly ticket: string | undefined;
  /** Last day on which it holds, as YYYY-MM-DD in UTC. */
  readonly expires: string | undefined;
}

const DAY = String.raw`^\d{4}-\d{2}-\d{2}$`;

/** JSON schema by which the engine checks the exceptions before anything is judged. */
export const EXCEPTIONS_SCHEMA: NonNullable<Policy["configSchema"]> = {
  properties: {
    exceptions: {
      type: "array",
      description: "Rules suspended for some resources. On a stack tagged as production or as holding PHI, a mandatory rule takes all five fields.",
      default: [],
      items: {
        type: "object",
        required: ["rule", "resource", "reason"],
        additionalProperties: false,
        properties: {
          rule: { type: "string", minLength: 1, description: "Name of the rule." },
          resource: { type: "string", minLength: 1, description: "Logical name, or URN, of the resources; * stands for any run of characters, ? for one." },
          reason: { type: "string", minLength: 1, description: "Why the rule may be broken here." },
          ticket: { type: "string", minLength: 1, description: "Where it was agreed." },
          expires: { type: "string", pattern: DAY, description: "Last day on which it holds, YYYY-MM-DD." },
        },
      },
    },
  },
};

/** Reads `exceptions` of the configuration; a field of another type than text counts as not given. */
export function exceptionsFrom(properties: object): readonly Exception[] {
  const list: unknown = Reflect.get(properties, "exceptions");
  if (!Array.isArray(list)) {
    return [];
  }
  return list.map((entry: unknown): Exception => {
    const text = (name: string): string | undefined => {
      const value: unknown = Reflect.get(Object(entry), name);
      return typeof value === "string" && value.trim() !== "" ? value : undefined;
    };
    return { rule: text("rule") ?? "", resource: text("resource") ?? "", reason: text("reason"), ticket: text("ticket"), expires: text("expires") };
  });
}

/** Whether the exception is for this rule and this resource, whatever else it lacks. */
export function isFor({ rule, resource }: Exception, ruleName: string, urn: string): boolean {
  return rule === ruleName && patternMatches(resource, resource.startsWith("urn:") ? urn : nameOf(urn));
}

/** A day that is past, or none at all such as 2026-02-30. Without a day an exception holds for ever. */
export function isExpired({ expires }: Exception, today: string): boolean {
  return expires !== undefined && (!isDay(expires) || expires < today);
}

/** Why an exception may not suspend a mandatory rule on a stack tagged as production or PHI. */
export function lacks({ resource, reason, ticket, expires }: Exception): readonly ("resource" | "reason" | "ticket" | "expires")[] {
  return [
    ...(/[^*?]/u.test(resource.replace(/^urn:/u, "")) ? [] : ["resource" as const]),
    ...(reason === undefined ? ["reason" as const] : []),
    ...(ticket === undefined ? ["ticket" as const] : []),
    ...(expires === undefined ? ["expires" as const] : []),
  ];
}

/** Logical name in a URN, which may itself hold `::`. */
function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return new RegExp(DAY, "u").test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
