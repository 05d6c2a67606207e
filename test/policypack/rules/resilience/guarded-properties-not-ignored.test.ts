import { guardedPropertiesNotIgnored } from "../../../../policypack/rules/resilience/guarded-properties-not-ignored.ts";
import { testRule } from "../../rule-tester.ts";

const property = "(option) ignoreChanges";

testRule(guardedPropertiesNotIgnored, {
  compliant: [
    { type: "aws:rds/instance:Instance", props: {}, ignoreChanges: ["engineVersion", "allocatedStorage"] },
    { type: "aws:s3/bucket:Bucket", props: {} },
    { type: "aws:eks/nodeGroup:NodeGroup", props: {}, ignoreChanges: ["scalingConfig.desiredSize"] },
  ],
  violating: [
    { why: "encryption", fixture: { ignoreChanges: ["storageEncrypted"] }, property, found: "storageEncrypted" },
    { why: "everything", fixture: { ignoreChanges: ["*"] }, property, found: "*" },
    {
      why: "a part of a guarded property",
      fixture: { type: "aws:s3/bucketVersioning:BucketVersioning", ignoreChanges: ["versioningConfiguration.status"] },
      property,
      found: "versioningConfiguration.status",
    },
    {
      why: "an item of a guarded list",
      fixture: { type: "aws:ec2/securityGroup:SecurityGroup", ignoreChanges: ["ingress[0].cidrBlocks"] },
      property,
      found: "ingress[0].cidrBlocks",
    },
    {
      why: "the key of a store",
      fixture: { type: "aws:opensearch/domain:Domain", ignoreChanges: ["encryptAtRest.kmsKeyId"] },
      property,
      found: "encryptAtRest.kmsKeyId",
    },
  ],
  unknown: [],
});
