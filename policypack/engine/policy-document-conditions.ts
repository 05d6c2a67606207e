import { hasWildcard } from "./policy-document-pattern.ts";

/** One key of one operator; keys and operators in lower case, as IAM reads them. */
export interface Condition {
  /** Without quantifier and suffix, such as `stringequals`. */
  readonly operator: string;
  readonly quantifier: "forallvalues" | "foranyvalue" | undefined;
  /** Matches a request that lacks the key, too. */
  readonly ifExists: boolean;
  readonly key: string;
  /** The request must match one of them. */
  readonly values: readonly string[];
}

export function parseCondition(operator: string, key: string, values: readonly string[]): Condition {
  const [, quantifier, base = "", suffix] = /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/u.exec(operator.toLowerCase()) ?? [];
  return {
    operator: base,
    quantifier: quantifier === "forallvalues" || quantifier === "foranyvalue" ? quantifier : undefined,
    ifExists: suffix !== undefined,
    key: key.toLowerCase(),
    values,
  };
}

const POSITIVE = new Set(["stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress", "bool", "binaryequals", "numericequals"]);

/**
 * The conditions that a request without the key cannot meet and that name values to match. Negated operators,
 * `IfExists`, and `ForAllValues` without a `Null` guard on the same key all let a request without the key pass.
 */
export function bindingConditions(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.filter(
    (condition) =>
      POSITIVE.has(condition.operator) && !condition.ifExists && (condition.quantifier !== "forallvalues" || isGuarded(conditions, condition.key)),
  );
}

function isGuarded(conditions: readonly Condition[], key: string): boolean {
  return conditions.some((other) => other.operator === "null" && other.key === key && other.values.length > 0 && other.values.every((value) => value === "false"));
}

/** True when every value of some binding condition names a caller, account, organisation or network of its own. */
export function restrictsCaller(conditions: readonly Condition[]): boolean {
  return bindingConditions(conditions).some(({ key, values }) => {
    const isFixed = CALLER_KEYS.get(key);
    return isFixed !== undefined && values.length > 0 && values.every(isFixed);
  });
}

const isAccount = (value: string): boolean => /^\d{12}$/u.test(value) || isOwnersVariable(value);
const isName = (value: string): boolean => value !== "" && !hasWildcard(value) && (!value.includes("${") || isOwnersVariable(value));
const isOrganizationPath = (value: string): boolean => /^o-[a-z0-9]+\//u.test(value);
const isRoleSession = (value: string): boolean => /^A[A-Z0-9]{15,}(?:$|:)/u.test(value);
const isAddressRange = (value: string): boolean => {
  const [address = "", prefix] = value.split("/");
  const least = address.includes(":") ? 32 : 8;
  return /^[\d.]+$|^[\da-f:.]+$/iu.test(address) && (prefix === undefined || (/^\d+$/u.test(prefix) && Number(prefix) >= least));
};

/** An ARN whose account is fixed, or, where it has none as for buckets, whose name is. */
const isFixedArn = (value: string): boolean => {
  const [arn, , , , account, ...name] = value.split(":");
  return arn === "arn" && (account === "" ? isName(name.join(":")) : account !== undefined && isAccount(account));
};

/** Variables that stand for the owner of the guarded resource itself. */
function isOwnersVariable(value: string): boolean {
  return value === "${aws:ResourceAccount}" || value === "${aws:ResourceOrgID}";
}

/**
 * Keys that say who calls, and when a value of theirs is fixed: AWS's own reading of "public" (Amazon S3 user guide,
 * "The meaning of public"), with the organisation, endpoint and KMS keys of the same kind.
 */
const CALLER_KEYS: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ["aws:principalaccount", isAccount],
  ["aws:sourceaccount", isAccount],
  ["aws:sourceowner", isAccount],
  ["aws:vpceaccount", isAccount],
  ["kms:calleraccount", isAccount],
  ["s3:dataaccesspointaccount", isAccount],
  ["aws:principalorgid", isName],
  ["aws:sourceorgid", isName],
  ["aws:vpceorgid", isName],
  ["aws:principalorgpaths", isOrganizationPath],
  ["aws:sourceorgpaths", isOrganizationPath],
  ["aws:vpceorgpaths", isOrganizationPath],
  ["aws:principalarn", isFixedArn],
  ["aws:sourcearn", isFixedArn],
  ["aws:sourcevpcarn", isFixedArn],
  ["s3:dataaccesspointarn", isFixedArn],
  ["aws:principalservicename", isName],
  ["aws:sourcevpc", isName],
  ["aws:sourcevpce", isName],
  ["aws:userid", isRoleSession],
  ["aws:sourceip", isAddressRange],
  ["elasticfilesystem:accessedviamounttarget", (value) => value === "true"],
]);
