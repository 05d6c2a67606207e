import { restrictsCaller, type Condition } from "./policy-document-conditions.ts";
import { actionMatches, hasWildcard, patternMatches } from "./policy-document-pattern.ts";
import type { Principal, Statement } from "./policy-document.ts";

/** Whether the statement's actions cover this one, `NotAction` included. */
export function coversAction(statement: Statement, action: string): boolean {
  if (statement.actions !== undefined) {
    return statement.actions.some((pattern) => actionMatches(pattern, action));
  }
  return statement.notActions?.some((pattern) => actionMatches(pattern, action)) === false;
}

/** Whether the statement's resources cover this one; a statement without the element speaks of its own resource. */
export function coversResource(statement: Statement, resource: string): boolean {
  if (statement.notResources !== undefined) {
    return !statement.notResources.some((pattern) => patternMatches(pattern, resource));
  }
  return statement.resources?.some((pattern) => patternMatches(pattern, resource)) !== false;
}

/** Whether the statement grants the action on the resource, conditions left aside. */
export function allows(statement: Statement, action: string, resource: string): boolean {
  return statement.effect === "Allow" && coversAction(statement, action) && coversResource(statement, resource);
}

/** An action and resources that no service has: what covers them covers everything. */
const ANY_ACTION = "zz-probe:ZzProbe";
const ANY_RESOURCES = ["aws", "aws-us-gov", "aws-cn"].map((partition) => `arn:${partition}:zz-probe:zz-probe:000000000000:zz-probe`);

export function coversEveryAction(statement: Statement): boolean {
  return coversAction(statement, ANY_ACTION);
}

export function coversEveryResource(statement: Statement): boolean {
  return ANY_RESOURCES.some((resource) => coversResource(statement, resource));
}

/**
 * Whether the resources cover every resource of one kind, such as `role/` of `iam` or `key/` of `kms`, at least in
 * one account and region.
 */
export function coversEveryNamed(statement: Statement, service: string, kind: string): boolean {
  return coversNamed(statement, service, `${kind}zz-probe`);
}

/** Whether the resources cover the one of this name, such as `log-group:audit`, at least in one account and region. */
export function coversNamed(statement: Statement, service: string, name: string): boolean {
  return (statement.resources ?? ["*"]).some((pattern) => {
    const [, partition, , region, account] = pattern.split(":");
    const resource = ["arn", fixed(partition, "aws"), service, fixed(region, "zz-probe"), fixed(account, "000000000000"), name].join(":");
    return patternMatches(pattern, resource) && coversResource(statement, resource);
  });
}

function fixed(part: string | undefined, otherwise: string): string {
  return part === undefined || hasWildcard(part) ? otherwise : part;
}

/** The services of which the statement covers every action, `*` standing for all of them. */
export function whollyCoveredServices(statement: Statement): readonly string[] {
  if (coversEveryAction(statement)) {
    return ["*"];
  }
  const services = (statement.actions ?? []).map((pattern) => pattern.split(":")[0]?.toLowerCase() ?? "");
  return [...new Set(services)].filter((service) => coversAction(statement, `${service}:ZzProbe`));
}

/** Anyone: `*`, or a name with a wildcard in it. */
export function isAnyone(principal: Principal): boolean {
  return hasWildcard(principal.value);
}

export function namesAnyone(statement: Statement): boolean {
  return statement.notPrincipals !== undefined || statement.principals?.some(isAnyone) === true;
}

/** An Allow to anyone that no condition holds to a known caller, account, organisation or network. */
export function isPublic(statement: Statement): boolean {
  return statement.effect === "Allow" && namesAnyone(statement) && !restrictsCaller(statement.conditions);
}

/** The account of an AWS principal, given as its number or in an ARN. */
export function accountOf({ kind, value }: Principal): string | undefined {
  if (kind !== "AWS") {
    return undefined;
  }
  const account = value.startsWith("arn:") ? value.split(":")[4] : value;
  return account !== undefined && /^\d{12}$/u.test(account) ? account : undefined;
}

/** True for an account as a whole, which leaves the choice of callers to that account. */
export function isWholeAccount({ kind, value }: Principal): boolean {
  return kind === "AWS" && (/^\d{12}$/u.test(value) || /^arn:[^:]+:iam::\d{12}:root$/u.test(value));
}

/** Whether requests without TLS are denied to anyone, for every action given and on every resource given. */
export function deniesInsecureTransport(statements: readonly Statement[], actions: readonly string[], resources: readonly string[]): boolean {
  const denials = statements.filter(
    (statement) => statement.effect === "Deny" && statement.principals?.some(({ value }) => value === "*") === true && isInsecureTransport(statement.conditions),
  );
  return actions.every((action) => resources.every((resource) => denials.some((denial) => coversAction(denial, action) && coversResource(denial, resource))));
}

function isInsecureTransport(conditions: readonly Condition[]): boolean {
  const [condition, ...others] = conditions;
  return condition?.operator === "bool" && others.length === 0 && condition.key === "aws:securetransport" && condition.quantifier !== "foranyvalue" && condition.values.includes("false");
}
