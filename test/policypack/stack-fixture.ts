import { Reader } from "../../policypack/engine/reader.ts";
import type { JudgedStack, StackResource } from "../../policypack/engine/rule.ts";
import { judgedStack } from "../../policypack/engine/stack.ts";
import { Asked } from "./rule-shape.ts";
import { setAt, UNKNOWN, unknownCheckingProxy } from "./unknown-value.ts";

export type Props = Readonly<Record<string, unknown>>;

/** One resource of a stack. */
export interface Member {
  readonly type: string;
  readonly props?: Props;
  /** Inputs made from another member's output: path inside the props -> `member.output`, such as `{ bucket: "phi.id" }`. */
  readonly refs?: Readonly<Record<string, string | undefined>>;
  readonly parent?: string;
  readonly provider?: Props;
  readonly protect?: boolean;
  readonly ignoreChanges?: readonly string[];
}

/** A stack by logical names. */
export type StackFixture = Readonly<Record<string, Member>>;

/** The two forms a pack gets to see. */
export const STACK_FORMS = ["at a first preview", "in an exported state"] as const;
export type StackForm = (typeof STACK_FORMS)[number];

/** The stack as a rule sees it. Every resource has the outputs `id` and `arn`, known only once it exists. */
export function stackOf(fixture: StackFixture, form: StackForm, asked = new Asked()): JudgedStack {
  return judgedStack(Object.keys(fixture).map((name) => resourceOf(fixture, name, form, asked)));
}

export function urnOf(fixture: StackFixture, name: string): string {
  return `urn:pulumi:test::test::${memberOf(fixture, name).type}::${name}`;
}

/** The fixture with one value unknown. Fails for a path the member does not have. */
export function unknownMember(fixture: StackFixture, name: string, path: string): StackFixture {
  const member = memberOf(fixture, name);
  const props = structuredClone({ ...member.props });
  setAt(props, path, UNKNOWN, "existing");
  return { ...fixture, [name]: { ...member, props } };
}

/** A member as the engine sends it. */
export interface SentResource extends Pick<Member, "type" | "provider" | "protect" | "ignoreChanges"> {
  readonly name: string;
  readonly urn: string;
  readonly props: Props;
  readonly parentUrn: string | undefined;
  readonly propertyDependencies: ReadonlyMap<string, readonly string[]>;
}

/** The stack's members as the engine sends them; what is not known yet is the engine's own mark for it. */
export function sentStack(fixture: StackFixture, form: StackForm): readonly SentResource[] {
  return Object.keys(fixture).map((name) => sentResource(fixture, name, form));
}

function sentResource(fixture: StackFixture, name: string, form: StackForm): SentResource {
  const { refs, parent, ...member } = memberOf(fixture, name);
  const props: Record<string, unknown> = { ...outputs(fixture, name, form), ...structuredClone(member.props) };
  const dependencies = new Map<string, readonly string[]>();
  for (const [path, ref] of Object.entries(refs ?? {})) {
    if (ref === undefined) {
      continue;
    }
    const [source = "", output = ""] = ref.split(".");
    setAt(props, path, form === "in an exported state" ? outputOf(fixture, source, output) : UNKNOWN, "new");
    const property = path.split(/[.[]/u)[0] ?? path;
    dependencies.set(property, [...(dependencies.get(property) ?? []), urnOf(fixture, source)]);
  }
  return {
    ...member, name, props,
    urn: urnOf(fixture, name),
    parentUrn: parent === undefined ? undefined : urnOf(fixture, parent),
    propertyDependencies: form === "in an exported state" ? new Map() : dependencies,
  };
}

function resourceOf(fixture: StackFixture, name: string, form: StackForm, asked: Asked): StackResource {
  const { props, provider, protect, ignoreChanges, ...sent } = sentResource(fixture, name, form);
  return {
    ...sent,
    props: new Reader(asked.reading(unknownCheckingProxy(props)), "", sent.urn),
    provider: provider === undefined ? undefined : new Reader(unknownCheckingProxy(provider)),
    protect: protect ?? false,
    ignoreChanges: ignoreChanges ?? [],
  };
}

function outputs(fixture: StackFixture, name: string, form: StackForm): Props {
  const outputNames = ["id", "arn"];
  return Object.fromEntries(outputNames.map((output) => [output, form === "in an exported state" ? outputOf(fixture, name, output) : UNKNOWN]));
}

function outputOf(fixture: StackFixture, name: string, output: string): unknown {
  const given = memberOf(fixture, name).props?.[output];
  if (given !== undefined) {
    return given;
  }
  return output === "arn" ? `arn:aws:test:us-east-1:123456789012:${name}` : `${name}-${output}`;
}

function memberOf(fixture: StackFixture, name: string): Member {
  const member = fixture[name];
  if (member === undefined) {
    throw new Error(`the stack has no member ${name}`);
  }
  return member;
}
