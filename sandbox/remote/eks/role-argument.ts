import { dependingOn, gather, type Input, type Output } from "../output.ts";
import type { Registrar } from "../registrar.ts";

/** ARN of a role that was given as a resource; unknown while it is not known which resource. */
export async function roleArn(registrar: Registrar, role: Input): Promise<Output> {
  const given = gather(role);
  return given.known ? dependingOn((await registrar.lookUp(given.value)).output("arn"), given.sources) : given;
}
