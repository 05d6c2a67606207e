import * as pulumi from "@pulumi/pulumi";

/** Outputs by name, as a stack exports them. */
type Outputs = Readonly<Record<string, unknown>>;

/**
 * Makes a secret of every output that shows a value which the stack's configuration keeps secret
 * (S1-26). What a provider marks as a secret is one already, wherever it flows.
 * @param secrets the values that nobody may see
 */
export function keepSecrets(outputs: Outputs, secrets: readonly string[]): Outputs {
  // As JSON writes them, since an output may hold them deep inside.
  const hidden = secrets.filter((value) => value !== "").map((value) => JSON.stringify(value).slice(1, -1));
  return hidden.length === 0 ? outputs : Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, keptSecret(value, hidden)]));
}

function keptSecret(value: unknown, hidden: readonly string[]): pulumi.Output<unknown> {
  return pulumi.output({ value }).apply((known) => {
    const text = JSON.stringify(known);
    return hidden.some((secret) => text.includes(secret)) ? pulumi.secret(known) : pulumi.output(known);
  }).apply((known) => known.value);
}

/** Every text in a value of the configuration. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") {
    return [value];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
