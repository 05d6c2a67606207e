import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import type * as pulumi from "@pulumi/pulumi";
import { everyObject } from "../lib/bucket-lifecycle.ts";
import { ownKeyOnly } from "../lib/bucket-policies.ts";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { accessLogTarget, type SecureBucket, secureBucket } from "../lib/secure-bucket.ts";
import { contentNames } from "./content-names.ts";
import { contentKeyPolicy, contentStatement } from "./content-policies.ts";

export interface ContentBucketSettings {
  readonly deployment: Deployment;
  readonly administratorArns: readonly string[];
  readonly accessLogBucketName?: string;
}

/** The content, private and encrypted. It comes from a build and can be published again, so it goes with the stack. */
export function createContentBucket(parent: pulumi.Resource, name: string, settings: ContentBucketSettings): SecureBucket {
  const { deployment, accessLogBucketName } = settings;
  const { bucket, accessLogBucket } = contentNames(deployment);
  return secureBucket(`${name}-content`, {
    deployment, bucket,
    classification: "operational",
    keyArn: createKey(parent, name, settings).arn,
    statements: [contentStatement(deployment), ownKeyOnly(deployment, bucket, [])],
    accessLogs: accessLogTarget(`${name}-access-logs`, accessLogBucketName, { deployment, bucket: accessLogBucket, sources: [bucket] }, parent),
    lifecycle: [everyObject("replaced-versions", { noncurrentVersionExpiration: { noncurrentDays: 90 } })],
    disposable: true,
  }, parent);
}

function createKey(parent: pulumi.Resource, name: string, { deployment, administratorArns }: ContentBucketSettings): Key {
  const { keyAlias } = contentNames(deployment);
  const key = new Key(`${name}-key`, {
    description: `${deployment.prefix}: published content`,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: contentKeyPolicy(deployment, administratorArns),
    tags: classified("operational", { Name: `${deployment.prefix}-content` }),
  }, { parent, protect: true });
  new Alias(`${name}-key-alias`, { name: keyAlias, targetKeyId: key.keyId }, { parent });
  return key;
}
