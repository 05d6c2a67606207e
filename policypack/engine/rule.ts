import type { Citation } from "./citations.ts";
import type { Reader } from "./reader.ts";
import type { Parameters, Settings } from "./settings.ts";

export type Severity = "low" | "medium" | "high" | "critical";
export type Level = "advisory" | "mandatory";

/** What is wrong with one property, and a value that passes. Never holds a secret or patient data. */
export interface Finding {
  /** Path of the property at fault, such as `versioningConfiguration.status`. */
  readonly property: string;
  readonly found: string;
  readonly required: string;
}

export interface NotApplicable {
  readonly notApplicable: string;
}

/** Compliant is the empty list. */
export type Verdict = readonly Finding[] | NotApplicable;

/** One resource as a rule sees it: the inputs that the provider accepted. */
export interface JudgedResource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly props: Reader;
  /** Inputs of the provider that will create it. */
  readonly provider: Reader | undefined;
  readonly protect: boolean;
  readonly ignoreChanges: readonly string[];
}

/** Alone in `resources` of a resource rule: the rule judges every AWS resource. */
export const EVERY_AWS_TYPE = "aws:*";

interface RuleFacts {
  /** Resource and the state required, such as `rds-instance-storage-encrypted`; also the file's name. */
  readonly name: string;
  /** One sentence: what must be so. */
  readonly description: string;
  readonly severity: Severity;
  /** @default "mandatory" */
  readonly level?: Level;
  /** Paragraphs of the Security Rule that the state upholds. */
  readonly citations: readonly [Citation, ...Citation[]];
  /** Names of the controls (docs/controls.csv) that the rule covers, whole or in part; empty when no other tool has it. */
  readonly controls: readonly string[];
  /** What to change, in order. */
  readonly remediation: readonly [string, ...string[]];
  /** AWS's own page on the setting. */
  readonly url: string;
  /** What the pack's configuration may change about the rule. @default nothing */
  readonly parameters?: Parameters;
  /** Type tokens the rule looks at, twins included; never empty. */
  readonly resources: readonly string[];
}

export interface ResourceRule extends RuleFacts {
  readonly scope: "resource";
  /** Pure. Throwing UndecidedError (by reading an unknown) blocks; any other error is a finding too. */
  readonly check: (resource: JudgedResource, settings: Settings) => Verdict;
}

/** A resource of the whole stack, with what it was made from. Its properties are outputs. */
export interface StackResource extends JudgedResource {
  readonly parentUrn: string | undefined;
  /** For each input, the URNs of the resources whose outputs feed it. */
  readonly propertyDependencies: ReadonlyMap<string, readonly string[]>;
}

/** A finding that belongs to one resource of the stack. */
export interface StackFinding extends Finding {
  readonly urn: string;
}

/** The resources of a stack and the joins between them; the joins work before ids exist. */
export interface JudgedStack {
  readonly resources: readonly StackResource[];
  ofType(...types: readonly string[]): readonly StackResource[];
  /**
   * True when `property` of `from` names `to`, at any depth: by a dependency on its outputs, or by
   * a literal equal to its id, name or ARN.
   */
  refersTo(from: StackResource, property: string, to: StackResource): boolean;
  /** The resources of the types that `property` of `from` names; see refersTo. */
  namedBy(from: StackResource, property: string, ...types: readonly string[]): readonly StackResource[];
  /** The resources of the types whose `property` names `to`; see refersTo. */
  referringTo(to: StackResource, property: string, ...types: readonly string[]): readonly StackResource[];
}

export interface StackRule extends RuleFacts {
  readonly scope: "stack";
  readonly check: (stack: JudgedStack, settings: Settings) => readonly StackFinding[] | NotApplicable;
}

export type Rule = ResourceRule | StackRule;

/** Declares a rule that looks at one resource at a time. */
export function defineRule(rule: Omit<ResourceRule, "scope">): ResourceRule {
  return { ...rule, scope: "resource" };
}

/** Declares a rule that needs several resources of the stack. */
export function defineStackRule(rule: Omit<StackRule, "scope">): StackRule {
  return { ...rule, scope: "stack" };
}
