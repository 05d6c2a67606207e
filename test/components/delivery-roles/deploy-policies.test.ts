import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEPLOYABLE_TYPES, REGISTERED_TYPES } from "../../../components/delivery-roles/index.ts";
import { DEPLOY_ACTIONS } from "../../../components/delivery-roles/deploy-actions/deployable-types.ts";
import { deployStatements, previewStatements } from "../../../components/delivery-roles/deploy-policies.ts";
import { deployRights, Reach, sectionOf } from "../../../components/delivery-roles/deploy-words.ts";
import { policyParts } from "../../../components/delivery-roles/policy-parts.ts";
import { policyDocument, type Statement } from "../../../components/lib/policy-document.ts";
import { sourceFiles } from "../../architecture/source-files.ts";

const scope = {
  deployment: { prefix: "hipaa-with-long-name", accountId: "111122223333", region: "ap-southeast-1", recoveryRegion: "ap-southeast-2" },
  keyAliases: ["phi-data", "phi-records", "logs", "cloudtrail-encryption-key", "secrets", "backup", "messages", "images"].map((name) => `alias/hipaa-with-long-name/${name}`),
};
const SDK = join(import.meta.dirname, "../../../node_modules/@pulumi/aws");
const someTypes = fc.uniqueArray(fc.constantFrom(...DEPLOYABLE_TYPES), { minLength: 1 });

/** What is allowed, as a set that does not care how statements were cut and packed. */
function granted(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap(({ actions, resources, conditions }) => actions.map((action) => JSON.stringify([action, resources, conditions]))).sort();
}

/** What awsx.ec2.Vpc and eks.Cluster register beside types that components register themselves. */
const REMOTE_TYPES: readonly string[] = [
  "aws:ec2/eip:Eip", "aws:ec2/internetGateway:InternetGateway", "aws:ec2/natGateway:NatGateway", "aws:ec2/route:Route", "aws:ec2/routeTable:RouteTable", "aws:ec2/securityGroupRule:SecurityGroupRule",
  "aws:ec2/vpc:Vpc", "aws:eks/accessEntry:AccessEntry", "aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "aws:eks/cluster:Cluster", "aws:eks/nodeGroup:NodeGroup",
];

/** Type of the resource class in a module of the SDK; none where the module holds no resource. */
function typeIn(module: string): readonly string[] {
  const [, type] = /__pulumiType = '([^']+)'/u.exec(readFileSync(join(SDK, `${module}.js`), "utf8")) ?? [];
  return type === undefined ? [] : [type];
}

describe("the table of what it takes to deploy", () => {
  test("has types of the installed SDK only, each once", () => {
    expect(DEPLOYABLE_TYPES.filter((type) => !existsSync(join(SDK, `${type.split(":")[1] ?? ""}.js`)))).toEqual([]);
    expect(new Set(DEPLOYABLE_TYPES).size).toBe(DEPLOYABLE_TYPES.length);
  });

  test("holds only actions, all of services that say what they are held to", () => {
    const { named, anywhere } = deployRights(DEPLOYABLE_TYPES, Reach.Deploy);
    const held = new Set(DEPLOY_ACTIONS.filter(({ resources }) => resources.length > 0).map(({ service, section }) => sectionOf(service, section)));
    expect([...named.keys()].filter((section) => !held.has(section))).toEqual([]);
    expect([...[...named.values()].flat(), ...anywhere].filter((action) => !/^[a-z][a-z0-9-]*:[A-Z][A-Za-z0-9]+$/u.test(action))).toEqual([]);
  });

  test("names nothing as free of resources that no type asks for", () => {
    const asked = new Set(deployRights(DEPLOYABLE_TYPES, Reach.Deploy).anywhere);
    const free = DEPLOY_ACTIONS.flatMap(({ service, anywhere }) => (anywhere ?? "").split(/\s+/u).filter((action) => action !== "").map((action) => `${service}:${action}`));
    expect(free.filter((action) => !asked.has(action))).toEqual([]);
  });
});

describe("the types that a pipeline deploys (S3-48)", () => {
  test("are those that the components and the two remote ones register, and no others; nothing of the organization (X-20)", () => {
    const modules = sourceFiles().filter(({ path }) => path.startsWith("components/") && !path.startsWith("components/org-baseline/")).flatMap(({ imports }) => imports)
      .flatMap(({ specifier, typeOnly }) => (typeOnly ? [] : [/^@pulumi\/aws\/([a-z0-9]+\/[a-zA-Z0-9]+)\.js$/u.exec(specifier)?.[1] ?? ""]))
      .filter((module) => module !== "" && !/\/(?:get[A-Z]|index$)|^types\//u.test(module));
    const registered = [...REMOTE_TYPES, ...new Set(modules.flatMap((module) => typeIn(module)))].sort();
    expect(registered.length).toBeGreaterThan(100);
    expect(REGISTERED_TYPES.toSorted()).toEqual(registered);
  });

  test("all have their actions in the table", () => {
    expect(REGISTERED_TYPES.filter((type) => !DEPLOYABLE_TYPES.includes(type))).toEqual([]);
  });
});

describe("the policy that deploys (S3-48)", () => {
  test("asks for a bucket's actions, on buckets of the deployment, where there are only buckets", () => {
    expect(deployStatements(["aws:s3/bucketVersioning:BucketVersioning"], scope)).toMatchObject([
      { sid: "S3", actions: ["s3:GetBucketVersioning", "s3:ListBucket", "s3:PutBucketVersioning"], resources: ["arn:aws:s3:::hipaa-with-long-name-*"] },
      { sid: "Anywhere", actions: ["sts:GetCallerIdentity"], resources: ["*"] },
    ]);
  });

  test("puts objects into the bucket of probes only, never where logs are kept (45 CFR 164.312(c)(1))", () => {
    const objects = deployStatements(DEPLOYABLE_TYPES, scope).filter(({ actions }) => actions.some((action) => /^s3:(?:Put|Delete)Object/u.test(action)));
    expect(objects.map(({ sid, resources }) => [sid, resources])).toEqual([["S3Objects", ["arn:aws:s3:::hipaa-with-long-name-canary-111122223333-*"]]]);
  });

  test("passes roles to the services that the types name, and uses keys through theirs", () => {
    const statements = deployStatements(["aws:rds/instance:Instance"], scope);
    const conditions = (sid: string) => statements.find((candidate) => candidate.sid === sid)?.conditions;
    expect(conditions("PassRoles")).toEqual({ StringEquals: { "iam:PassedToService": ["monitoring.rds.amazonaws.com"] } });
    expect(conditions("ServiceLinkedRoles")).toEqual({ StringEquals: { "iam:AWSServiceName": ["rds.amazonaws.com"] } });
    expect(conditions("UseKeys")).toMatchObject({ StringEquals: { "kms:ViaService": expect.arrayContaining(["rds.ap-southeast-1.amazonaws.com", "rds.ap-southeast-2.amazonaws.com"]) } });
  });

  test("names no wildcard but lookups, and no whole service", () => {
    const actions = deployStatements(DEPLOYABLE_TYPES, scope).flatMap((statement) => statement.actions);
    expect(actions.filter((action) => action.includes("*") && !/^[a-z0-9-]+:Describe\*$/u.test(action))).toEqual([]);
  });

  test("fits into the policies of a role for every set of types, and loses nothing on the way", () => {
    fc.assert(fc.property(someTypes, (types) => {
      const statements = deployStatements(types, scope);
      const parts = policyParts(statements);
      expect(parts.length).toBeLessThanOrEqual(9);
      expect(parts.filter((part) => policyDocument(part).length > 6144)).toEqual([]);
      expect(granted(parts.flat())).toEqual(granted(statements));
      expect(parts.filter((part) => new Set(part.map(({ sid }) => sid)).size !== part.length)).toEqual([]);
    }), { numRuns: 40 });
  });

  test("does not depend on the order of types, and grows with them", () => {
    fc.assert(fc.property(someTypes, (types) => {
      const statements = deployStatements(types, scope);
      expect(deployStatements(types.toReversed(), scope)).toEqual(statements);
      const all = deployRights(DEPLOYABLE_TYPES, Reach.Deploy);
      const some = deployRights(types, Reach.Deploy);
      expect(some.anywhere.filter((action) => !all.anywhere.includes(action))).toEqual([]);
    }), { numRuns: 20 });
  });
});

describe("the policy that previews", () => {
  test("is a part of what deploys, and reads only", () => {
    fc.assert(fc.property(someTypes, (types) => {
      const deploys = new Set(deployStatements(types, scope).flatMap(({ actions }) => actions));
      const reads = previewStatements(types, scope).filter(({ sid }) => sid !== "PublicParameters").flatMap(({ actions }) => actions);
      expect(reads.filter((action) => !deploys.has(action))).toEqual([]);
      expect(reads.filter((action) => /:(?:Add|Associate|Attach|Create|Delete|Modify|Put|Remove|Set|Start|Stop|Tag|Update|PATCH|POST|PUT|DELETE)/u.test(action))).toEqual([]);
    }), { numRuns: 20 });
  });
});
