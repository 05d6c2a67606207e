import { describe, expect, test } from "vitest";
import { DeliveryRoles, type DeliveryRolesArgs } from "../../../components/delivery-roles/index.ts";
import { record } from "../../support/pulumi-mocks.ts";
import { deliveryArguments } from "./delivery-arguments.ts";

async function refusal(changes: Partial<DeliveryRolesArgs>): Promise<string> {
  const made = record(() => new DeliveryRoles("delivery", { ...deliveryArguments, ...changes }));
  return await made.then(() => "accepted", (error: unknown) => (error instanceof Error ? error.message : String(error)));
}

describe("what DeliveryRoles refuses, before anything is created", () => {
  test.each<[string, Partial<DeliveryRolesArgs>, string]>([
    ["every repository of an owner", { repository: "example-health/*" }, 'repository = "example-health/*": one repository of GitHub as owner/name, without patterns. Name the repository that deploys this stack'],
    ["a repository without its owner", { repository: "platform" }, 'repository = "platform"'],
    ["a repository's name for its number", { repositoryId: "platform" }, 'repositoryId = "platform": the number that GitHub gave the repository. Look it up: gh api repos/<owner>/<name> --jq .id'],
    ["every branch", { branch: "*" }, 'branch = "*": one branch, without patterns and colons. Leave it out for main'],
    ["an environment that ends the subject", { deployEnvironment: "production:ref" }, 'deployEnvironment = "production:ref": one environment of GitHub, without patterns and colons. Leave it out for production'],
    ["previews where deployments run", { previewEnvironment: "production" }, 'previewEnvironment = "production": an environment other than deployEnvironment: who previews must not deploy. Give previews an environment of their own'],
    ["an image with capitals", { imageRepositories: ["Patient"] }, 'imageRepositories[0] = "Patient": a name that ECR takes: a-z, 0-9, single . _ - and / within. It is stored as hipaa-test/<name>'],
    ["an image twice", { imageRepositories: ["a", "a"] }, 'imageRepositories = ["a","a"]: each name once. Remove the repeated one'],
    ["images that go too soon", { keptImages: 49 }, "keptImages = 49: whole images from 50, so that what runs can be pulled again, to 1000. Leave it out for 200"],
    ["every key", { keyAliases: ["alias/*"] }, 'keyAliases[0] = "alias/*": an alias of KMS such as alias/hipaa-dev/logs, without patterns. List the aliases of the key ring'],
    ["a type whose actions nobody knows", { resourceTypes: ["aws:s3/bucket:Bucket", "aws:gamelift/fleet:Fleet"] },
      'resourceTypes = ["aws:gamelift/fleet:Fleet"]: types whose actions are known. Add them to components/delivery-roles/deploy-actions, or remove them'],
    ["a state without its key", { stateBucket: "state" }, "stateKeyAlias = null: both or neither: the state is always encrypted under a key of its own. Give both, or leave both out for Pulumi Cloud"],
    ["a key without its state", { stateKeyAlias: "alias/state" }, "stateBucket = null: both or neither"],
    ["a boundary by name", { roleBoundaryArn: "boundary" }, 'roleBoundaryArn = "boundary": the ARN of a managed policy of an account. Give the boundary\'s ARN, or leave it out'],
    ["policies of AWS alone (X-02)", { managedOnly: true }, "managedOnly = true: cannot hold here: AWS maintains no policy for deploying one platform or signing with one key."],
  ])("%s", async (_what, changes, message) => {
    const text = await refusal(changes);
    expect(text).toMatch(/^delivery: \d+ arguments? cannot be used; nothing was created\.\n/u);
    expect(text).toContain(`  - ${message}`);
  });

  test("says all at once", async () => {
    expect(await refusal({ repository: "x", branch: "", keptImages: 0 })).toMatch(/^delivery: 3 arguments cannot be used/u);
  });
});
