import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import list from "../../../policypack/data/hipaa-eligible-services.json" with { type: "json" };
import { isEligible, moduleOf } from "../../../policypack/engine/eligible-services.ts";

const sdk = dirname(createRequire(import.meta.url).resolve("@pulumi/aws/package.json"));

/** Modules of the SDK that hold resources of services that are neither eligible nor free of PHI by nature. */
const NOT_LISTED = [
  "accountaccess", "agentregistry", "apprunner", "chatbot", "cloudsearch", "codeartifact", "codecatalyst", "codeguruprofiler",
  "codegurureviewer", "datapipeline", "devicefarm", "ecrpublic", "elastictranscoder", "evidently", "finspace", "gamelift", "grafana",
  "ivs", "ivschat", "lambdamicrovms", "lightsail", "mediapackage", "mediapackagev2", "mediastore", "notifications", "odb",
  "paymentcryptography", "securitylake", "workmail",
];

/** Folders of the SDK that hold settings, types and enumerations instead of resources. */
const WITHOUT_RESOURCES = ["applicationloadbalancing", "config", "node_modules", "types"];

describe("the list of eligible services", () => {
  test("names only modules of the installed SDK", () => {
    const named = [...list.services.flatMap(({ modules }) => modules), ...list.withoutPhi.map(({ module }) => module)];
    expect(named.filter((module) => !existsSync(join(sdk, module)))).toEqual([]);
  });

  test("puts no module both among those with PHI and those without", () => {
    const eligible = new Set(list.services.flatMap(({ modules }) => modules));
    expect(list.withoutPhi.map(({ module }) => module).filter((module) => eligible.has(module))).toEqual([]);
  });

  test("decides every module of the installed SDK that has resources, so that a new one is looked up", () => {
    const modules = readdirSync(sdk, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && readdirSync(join(sdk, entry.name)).some((file) => /^(?!get[A-Z]|index\b).*\.d\.ts$/u.test(file)))
      .map(({ name }) => name);
    expect(modules.filter((module) => !WITHOUT_RESOURCES.includes(module) && !isEligible(module)).toSorted()).toEqual(NOT_LISTED);
  });

  test("is dated", () => {
    expect(list.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  });
});

test.each([
  ["aws:s3/bucket:Bucket", "s3"],
  ["aws:ec2/vpc:Vpc", "ec2"],
  ["kubernetes:core/v1:Pod", ""],
])("the module of %s is %j", (type, module) => {
  expect(moduleOf(type)).toBe(module);
});
