import * as pulumi from "@pulumi/pulumi";

/** A policy of our own, as the refusal shows it. */
interface OwnPolicy {
  readonly name: string;
  readonly component: string;
  readonly actions: readonly string[];
}

const POLICY = "aws:iam/policy:Policy";

/**
 * Holds the program to policies that AWS maintains (X-02, S5-09). A preview sees the whole program and
 * then refuses every other policy at once; an update stops at the first, before it is created.
 * @returns what to call when everything is registered
 * @throws {pulumi.RunError} with each policy, the component it belongs to, and the rights for which a wider policy would have to stand in
 */
export function holdToManagedPolicies(): () => Promise<void> {
  const own: Promise<OwnPolicy>[] = [];
  pulumi.runtime.registerStackTransformation(({ type, name, props, opts }) => {
    if (type === POLICY) {
      const policy: unknown = props["policy"];
      if (!pulumi.runtime.isDryRun()) {
        throw refusalOf([{ name, component: "", actions: actionsOf(policy) }]);
      }
      own.push(nameOf(opts.parent).then((component) => ({ name, component, actions: actionsOf(policy) })));
    }
    return undefined;
  });
  return async () => {
    const found = await Promise.all(own);
    if (found.length > 0) {
      throw refusalOf(found);
    }
  };
}

/** Policies are known texts before anything exists (ADR 0004). */
function actionsOf(policy: unknown): readonly string[] {
  const document: { readonly Statement?: readonly { readonly Action?: string | readonly string[] }[] } = JSON.parse(typeof policy === "string" ? policy : "{}");
  return [...new Set((document.Statement ?? []).flatMap(({ Action = [] }) => Action))];
}

async function nameOf(parent: pulumi.Resource | undefined): Promise<string> {
  return parent === undefined ? "" : await new Promise((resolve) => { parent.urn.apply((urn) => { resolve(urn.split("::").at(-1) ?? ""); }); });
}

function refusalOf(policies: readonly OwnPolicy[]): pulumi.RunError {
  const lines = policies.map(({ name, component, actions }) => `  - ${name}${component === "" ? "" : ` of ${component}`}: ${actions.join(", ")}`);
  return new pulumi.RunError(
    `iam.managedOnly is true and ${String(policies.length)} policies are not AWS's own. AWS has none so narrow: each role would have to take a wider one, or the component be left out. `
    + `Set iam.managedOnly to false, or decide for each:\n${lines.join("\n")}`,
  );
}
