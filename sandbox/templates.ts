import { ACCOUNT, type ResourceContext } from "./resource-model.ts";
import { textOf } from "./wire.ts";

/**
 * Fills a template of an id or ARN: `{name}` is an input, `{id}`, `{account}`, `{region}` are what they
 * say, `{hex:17}` is made-up lower-case hex of that length, `{HEX:21}` the same in upper case, `{uuid}` a UUID.
 */
export function fillTemplate(template: string, context: ResourceContext, id = ""): string {
  return template.replaceAll(/\{([A-Za-z]+)(?::(\d+))?\}/gu, (_match, name: string, length: string | undefined) => {
    if (length !== undefined) {
      const hex = context.hex(Number(length));
      return name === "HEX" ? hex.toUpperCase() : hex;
    }
    switch (name) {
      case "id": return id;
      case "account": return ACCOUNT;
      case "region": return context.region;
      case "uuid": return uuid(context);
      default: return textOf(context.inputs[name] ?? "");
    }
  });
}

/** Names that a template asks of the inputs. */
export function templateInputs(template: string): readonly string[] {
  const own = new Set(["id", "account", "region", "uuid"]);
  return [...template.matchAll(/\{([A-Za-z]+)\}/gu)].flatMap(([, name]) => (name === undefined || own.has(name) ? [] : [name]));
}

/** A random-looking UUID, stable for the resource. */
export function uuid(context: ResourceContext, salt = "uuid"): string {
  const hex = context.hex(32, salt);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join("-");
}
