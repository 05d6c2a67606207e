import { STORE_ENCRYPTED } from "./options.ts";
import type { ConfigProblem, WellFormed } from "./relations.ts";

/** Fields that hold nothing but secrets: never repeated, and refused where they are stored in the clear. */
export const SECRET_FIELDS: readonly string[] = ["clientSecrets"];

/** Secrets that the stack's file holds in the clear, and secrets that lack or belong to nobody. */
export function secretProblems(config: WellFormed, encrypted: ReadonlySet<string>): readonly ConfigProblem[] {
  const providers = names(config.value("identity.oidcProviders"));
  const given = Object.keys(Object(config.value("clientSecrets")));
  const clear = SECRET_FIELDS.filter((field) => config.given(field) && !encrypted.has(field));
  return [
    ...clear.map((key) => ({ key, value: HIDDEN, advice: `values that Pulumi encrypts, not plain text. ${STORE_ENCRYPTED}, and give the provider another secret, as this one was readable` })),
    ...providers.filter((name) => !config.given(`clientSecrets.${name}`)).map((name) => ({ key: `clientSecrets.${name}`, value: undefined, advice: `the client secret of the provider ${name} in identity.oidcProviders. ${STORE_ENCRYPTED}` })),
    ...given.filter((name) => !providers.includes(name)).map((name) => ({ key: `clientSecrets.${name}`, value: HIDDEN, advice: "the name of a provider in identity.oidcProviders. Correct the name, or remove it" })),
  ];
}

/** Stands for a value in a refusal; fields of secrets are shown as such. */
const HIDDEN = "";

function names(providers: unknown): readonly string[] {
  return Array.isArray(providers) ? providers.map((provider: unknown) => Object(provider).name).filter((name) => typeof name === "string") : [];
}
