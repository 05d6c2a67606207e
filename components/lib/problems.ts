import * as pulumi from "@pulumi/pulumi";

/** One argument that cannot be used, in the words of the person who wrote it. */
export interface Problem {
  /** Path of the argument, such as `subnets.private[0]`. */
  readonly argument: string;
  /** What was given; never a secret. */
  readonly value: unknown;
  /** What is allowed. */
  readonly allowed: string;
  /** What to change. */
  readonly change: string;
}

/**
 * Refuses a component's arguments with all problems in one message, before its first child.
 * @throws {pulumi.ResourceError} when there is a problem; shown without a stack trace
 */
export function refuseProblems(problems: readonly Problem[], component: pulumi.Resource, name: string): void {
  if (problems.length > 0) {
    throw new pulumi.ResourceError(problemsText(problems, name), component, true);
  }
}

/** All problems in one message, one a line. */
export function problemsText(problems: readonly Problem[], name: string): string {
  const lines = problems.map(({ argument, value, allowed, change }) => `  - ${argument} = ${JSON.stringify(value)}: ${allowed}. ${change}`);
  const count = problems.length === 1 ? "1 argument" : `${String(problems.length)} arguments`;
  return `${name}: ${count} cannot be used; nothing was created.\n${lines.join("\n")}`;
}
