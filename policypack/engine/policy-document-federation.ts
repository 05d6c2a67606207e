import { bindingConditions } from "./policy-document-conditions.ts";
import { hasWildcard } from "./policy-document-pattern.ts";
import type { Statement } from "./policy-document.ts";

/** The web identity providers that a trust statement opens to, as their condition keys name them; in lower case, as keys are. */
export function issuersOf({ principals }: Statement): readonly string[] {
  return (principals ?? [])
    .filter(({ kind, value }) => kind === "Federated" && !value.includes(":saml-provider/"))
    .map(({ value }) => (value.split(":oidc-provider/")[1] ?? value).toLowerCase());
}

/**
 * Whether a request must carry the key with one of the values given, none a pattern and each as it should be.
 * For a key of several values any one may match.
 */
export function isExactly({ conditions }: Statement, key: string, isRight: (value: string) => boolean): boolean {
  return bindingConditions(conditions).some(
    ({ key: given, operator, quantifier, values }) =>
      given === key.toLowerCase() &&
      (operator === "stringequals" || (operator === "stringlike" && quantifier === "foranyvalue")) &&
      values.length > 0 &&
      values.every((value) => !hasWildcard(value) && isRight(value)),
  );
}
