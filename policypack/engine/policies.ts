import type { Policy, PolicyResource, ResourceValidationArgs, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { CITATIONS, type Citation } from "./citations.ts";
import type { ExceptionLedger } from "./exception-ledger.ts";
import { isGuardedResource, isGuardedStack } from "./guarded-stack.ts";
import { judgeResource, judgeStack, messageOf, type Outcome } from "./judge.ts";
import { isUnknownValue, Reader } from "./reader.ts";
import type { JudgedResource, JudgedStack, ResourceRule, Rule, StackResource, StackRule } from "./rule.ts";
import { schemaOf } from "./settings.ts";
import { judgedStack } from "./stack.ts";

/** Turns a rule into the policy that the Pulumi engine runs, with its metadata, but for what the ledger excepts. */
export function toPolicy(rule: Rule, ledger: ExceptionLedger): ResourceValidationPolicy | StackValidationPolicy {
  const metadata = { ...metadataOf(rule), ...(rule.parameters === undefined ? {} : { configSchema: schemaOf(rule.parameters) }) };
  return rule.scope === "resource" ? { ...metadata, validateResource: resourceValidation(rule, ledger) } : { ...metadata, validateStack: stackValidation(rule, ledger) };
}

/** What Pulumi shows of a rule. */
export function metadataOf(rule: Pick<Rule, "name" | "description" | "level" | "severity" | "citations" | "remediation" | "url">): Omit<Policy, "configSchema"> {
  return {
    name: rule.name,
    description: rule.description,
    enforcementLevel: rule.level ?? "mandatory",
    severity: rule.severity,
    framework: {
      name: "HIPAA Security Rule",
      version: "45 CFR Part 164 Subpart C",
      reference: rule.citations.join("; "),
      specification: specificationOf(rule.citations),
    },
    remediationSteps: rule.remediation.map((step, index) => `${String(index + 1)}. ${step}`).join("\n"),
    url: rule.url,
    tags: ["HIPAA"],
  };
}

function specificationOf(citations: readonly Citation[]): string {
  return citations.map((citation) => CITATIONS[citation]).join("; ");
}

function resourceValidation(rule: ResourceRule, ledger: ExceptionLedger): NonNullable<Extract<ResourceValidationPolicy["validateResource"], Function>> {
  return (args, report) => {
    const resource = judgedResource(args);
    const outcome = ledger.remaining(rule, judgeResource(rule, resource, args.getConfig()), {
      urn: args.urn,
      isGuarded: () => isGuardedResource(args.stackTags, resource),
    });
    if (outcome.kind === "notApplicable") {
      args.notApplicable(outcome.reason);
    }
    for (const { message } of reports(rule, outcome)) {
      report(message);
    }
  };
}

function stackValidation(rule: StackRule, ledger: ExceptionLedger): StackValidationPolicy["validateStack"] {
  return (args, report) => {
    const stack = stackOf(args.resources);
    const outcome = ledger.remaining(rule, judgeStack(rule, stack, args.getConfig()), { isGuarded: () => isGuardedStack(args.stackTags, stack) });
    if (outcome.kind === "notApplicable") {
      args.notApplicable(outcome.reason);
    }
    for (const { message, urn } of reports(rule, outcome)) {
      report(message, urn);
    }
  };
}

/** One message per resource, whatever the number of its findings. */
function reports(rule: Rule, outcome: Outcome): readonly { readonly message: string; readonly urn?: string }[] {
  switch (outcome.kind) {
    case "compliant":
    case "notApplicable":
      return [];
    case "undecided":
      return [{ message: messageOf(rule, outcome), ...(outcome.urn === undefined ? {} : { urn: outcome.urn }) }];
    case "violated": {
      const byUrn = Map.groupBy(outcome.findings, ({ urn }) => urn);
      return [...byUrn].map(([urn, findings]) => ({ message: messageOf(rule, { kind: "violated", findings }), ...(urn === undefined ? {} : { urn }) }));
    }
  }
}

function judgedResource(args: Pick<ResourceValidationArgs, "type" | "name" | "urn" | "props" | "opts" | "provider">): JudgedResource {
  return {
    type: args.type,
    name: args.name,
    urn: args.urn,
    props: new Reader(args.props),
    provider: args.provider === undefined ? undefined : new Reader(args.provider.props),
    protect: args.opts.protect,
    ignoreChanges: args.opts.ignoreChanges,
  };
}

/** The stack as rules see it, built once for all rules that are given the same resources. */
export function stackOf(resources: PolicyResource[]): JudgedStack {
  const known = STACKS.get(resources) ?? judgedStack(resources.map(stackResource));
  STACKS.set(resources, known);
  return known;
}

const STACKS = new WeakMap<PolicyResource[], JudgedStack>();

function stackResource(resource: PolicyResource): StackResource {
  return {
    ...judgedResource(resource),
    props: new Reader(givenProperties(resource), "", resource.urn),
    parentUrn: resource.parent?.urn,
    propertyDependencies: new Map(Object.entries(resource.propertyDependencies).map(([name, sources]) => [name, sources.map(({ urn }) => urn)])),
  };
}

/**
 * The properties a program gave. A stack policy sees outputs; what AWS fills in by itself is unknown at
 * preview and made from no other resource, so to a rule it was not given.
 */
function givenProperties({ props, propertyDependencies }: PolicyResource): object {
  const given = (target: object, name: string | symbol): boolean => {
    try {
      Reflect.get(target, name);
      return true;
    } catch (error) {
      if (isUnknownValue(error)) {
        return Object.hasOwn(propertyDependencies, name);
      }
      throw error;
    }
  };
  return new Proxy(props, {
    get: (target: object, name) => (given(target, name) ? Reflect.get(target, name) : undefined),
    has: (target: object, name) => Reflect.has(target, name) && given(target, name),
  });
}
