import { CITATIONS, type Citation } from "../engine/citations.ts";
import list from "./catalogue.json" with { type: "json" };

/** Where a control can be judged: on one resource, on the stack as a whole, or only in the running account. */
export type ControlScope = "resource" | "stack" | "runtime-only";

/** Something that a public checker of AWS asks for. */
export interface Control {
  /** The name that rules give in their `controls`. */
  readonly name: string;
  readonly title: string;
  readonly scope: ControlScope;
  /** At least one checker ties it to the HIPAA Security Rule; the others are adjacent. */
  readonly hipaa: boolean;
  readonly citations: readonly Citation[];
}

/** Every control that the pack is measured against, in the catalogue's order. @throws {TypeError} for an entry that cannot be one */
export const CONTROLS: readonly Control[] = list.controls.map(({ name, title, scope, hipaa, citations }) => {
  if (!isScope(scope)) {
    throw new TypeError(`control ${name}: scope ${scope} is none of resource, stack, runtime-only`);
  }
  return { name, title, scope, hipaa, citations: citations.map((citation) => citationOf(name, citation)) };
});

/** Controls that can be judged before anything exists. */
export const JUDGEABLE: readonly Control[] = CONTROLS.filter(({ scope }) => scope !== "runtime-only");

/** True for a paragraph of the Security Rule. */
export function isCitation(text: string): text is Citation {
  return Object.hasOwn(CITATIONS, text);
}

function citationOf(control: string, text: string): Citation {
  if (!isCitation(text)) {
    throw new TypeError(`control ${control}: ${text} is no paragraph of the Security Rule`);
  }
  return text;
}

function isScope(text: string): text is ControlScope {
  return text === "resource" || text === "stack" || text === "runtime-only";
}
