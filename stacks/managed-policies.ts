import * as pulumi from "@pulumi/pulumi";
import { listenToReasons } from "../components/index.ts";
import { nearestPolicies, type Right } from "./nearest-policies.ts";

/** A policy of our own, as the refusal shows it. */
interface OwnPolicy {
  readonly name: string;
  readonly component: string;
  readonly statements: readonly Statement[];
}

interface Statement {
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const POLICY = "aws:iam/policy:Policy";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

/**
 * Holds the program to policies that AWS maintains (X-02, S5-09). A preview sees the whole program and
 * then refuses every other policy at once, with what is wrong with the replacements; an update stops at the
 * first other policy, before it is created.
 * @param widerPolicies ARNs of AWS's policies by the name of the policy whose place they take
 * @returns what to call when everything is registered
 * @throws {pulumi.RunError} with each policy, the component it belongs to, its rights, and which of AWS's comes nearest
 */
export function holdToManagedPolicies(widerPolicies: Readonly<Record<string, readonly string[]>>): () => Promise<void> {
  const own: Promise<OwnPolicy>[] = [];
  const unused = new Set(Object.keys(widerPolicies));
  const doubled: string[] = [];
  const attached = new Map<unknown, Set<string>>();
  const stop = listenToReasons({ replacement: (logicalName) => { unused.delete(logicalName); } });
  pulumi.runtime.registerStackTransformation(({ type, name, props, opts }) => {
    if (type === POLICY) {
      const statements = statementsOf(props["policy"]);
      if (!pulumi.runtime.isDryRun()) {
        throw refusalOf([ownLines([{ name, component: "", statements }])]);
      }
      own.push(nameOf(opts.parent).then((component) => ({ name, component, statements })));
    }
    const arn: unknown = props["policyArn"];
    if (type === ATTACHMENT && typeof arn === "string") {
      // The name of a role's resource is one object, whoever takes it.
      const role: unknown = props["role"];
      const before = attached.get(role) ?? new Set();
      doubled.push(...(before.has(arn) ? [`${name}: ${arn}`] : []));
      attached.set(role, before.add(arn));
    }
    return undefined;
  });
  return async () => {
    stop();
    const found = await Promise.all(own);
    const parts = pulumi.runtime.isDryRun() ? [...(found.length > 0 ? [ownLines(found)] : []), ...replacementLines([...unused], doubled)] : [];
    if (parts.length > 0) {
      throw refusalOf(parts);
    }
  };
}

/** Policies are known texts before anything exists (ADR 0004). */
function statementsOf(policy: unknown): readonly Statement[] {
  const document: { readonly Statement?: readonly Statement[] } = JSON.parse(typeof policy === "string" ? policy : "{}");
  return document.Statement ?? [];
}

function actionsOf({ Action = [] }: Statement): readonly string[] {
  return typeof Action === "string" ? [Action] : Action;
}

/** What the statements allow, and through which service KMS is asked. */
function rightsOf(statements: readonly Statement[]): readonly Right[] {
  return statements.filter(({ Effect }) => Effect === "Allow").flatMap((statement) => {
    const [via] = [statement.Condition?.["StringEquals"]?.["kms:ViaService"]].flat();
    const through = typeof via === "string" ? via.split(".")[0] : undefined;
    return actionsOf(statement).map((action) => ({ action, ...(through === undefined ? {} : { through }) }));
  });
}

async function nameOf(parent: pulumi.Resource | undefined): Promise<string> {
  return parent === undefined ? "" : await new Promise((resolve) => { parent.urn.apply((urn) => { resolve(urn.split("::").at(-1) ?? ""); }); });
}

function ownLines(policies: readonly OwnPolicy[]): string {
  const lines = policies.flatMap(({ name, component, statements }) => [
    `  - ${name}${component === "" ? "" : ` of ${component}`}: ${[...new Set(statements.flatMap(actionsOf))].join(", ")}`,
    `    nearest: ${nearestPolicies(rightsOf(statements))}`,
  ]);
  return `iam.managedOnly is true and ${policies.length === 1 ? "1 policy is" : `${String(policies.length)} policies are`} not AWS's own. AWS has none so narrow. Name in iam.widerPolicies what may take the place of each, `
    + `leave out what needs it, or set iam.managedOnly to false:\n${lines.join("\n")}`;
}

function replacementLines(unused: readonly string[], doubled: readonly string[]): readonly string[] {
  return [
    ...(unused.length === 0 ? [] : [`iam.widerPolicies names what is no policy of this stack. Correct the name to the one that a preview without the entry lists, or remove it:\n${bulleted(unused)}`]),
    ...(doubled.length === 0 ? [] : [`iam.widerPolicies gives a role what it has already, and the first to be removed would take it from both. Give another, or leave out what needs it:\n${bulleted(doubled)}`]),
  ];
}

function bulleted(items: readonly string[]): string {
  return items.map((item) => `  - ${item}`).join("\n");
}

function refusalOf(parts: readonly string[]): pulumi.RunError {
  return new pulumi.RunError(parts.join("\n"));
}
