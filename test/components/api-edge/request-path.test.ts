import { beforeAll, describe, expect, test } from "vitest";
import { ApiEdge, REQUEST_PATH } from "../../../components/api-edge/index.ts";
import { Identity } from "../../../components/identity/index.ts";
import { identityArguments } from "../identity/identity-arguments.ts";
import { type Recorded, record } from "../../support/pulumi-mocks.ts";
import { edgeArguments } from "./edge-arguments.ts";

/** What may name a resource: its id and ARN, as the mocks make them up. */
function namesOf({ type, name }: Recorded): readonly string[] {
  return [`${name}-id`, `arn:aws:${type.split(":")[1]?.split("/")[0] ?? ""}:us-east-1:111122223333:${name}`];
}

describe("The way of a request (S1-01)", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await record(() => {
      const { userPoolArn } = new Identity("identity", identityArguments);
      new ApiEdge("edge", { ...edgeArguments, userPoolArn });
    }, { mode: "up" });
  });

  test.each(REQUEST_PATH.map((hop) => [hop.says, hop] as const))("%s", (_says, { from, property, to }) => {
    const targets = resources.filter(({ type }) => type === to).flatMap(namesOf);
    const hops = resources.filter(({ type, inputs }) => type === from && targets.some((target) => JSON.stringify(inputs[property] ?? "").includes(`"${target}"`)));
    expect(hops).not.toEqual([]);
  });

  test("is taken by every method: none is without the authorizer, none leads elsewhere", () => {
    const methods = resources.filter(({ type }) => type === "aws:apigateway/method:Method");
    const integrations = resources.filter(({ type }) => type === "aws:apigateway/integration:Integration");
    expect(methods.map(({ inputs }) => inputs["authorizerId"])).toEqual(methods.map(() => "edge-authorizer-id"));
    expect(integrations.map(({ inputs }) => inputs["connectionId"])).toEqual(methods.map(() => "edge-vpc-link-id"));
  });

  test("does not prove that AWS accepts it: every step is one type naming another", () => {
    expect(REQUEST_PATH.every(({ from, to }) => /^aws:[a-z0-9]+\/\w+:\w+$/u.test(from) && /^aws:[a-z0-9]+\/\w+:\w+$/u.test(to))).toBe(true);
  });
});
