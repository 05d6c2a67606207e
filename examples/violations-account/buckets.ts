import { AccessPoint } from "@pulumi/aws/s3/accessPoint.js";
import { Bucket } from "@pulumi/aws/s3/bucket.js";
import { BucketAcl } from "@pulumi/aws/s3/bucketAcl.js";
import { BucketLifecycleConfiguration } from "@pulumi/aws/s3/bucketLifecycleConfiguration.js";
import { BucketVersioning } from "@pulumi/aws/s3/bucketVersioning.js";

// A bucket with a list of who may read it beside its policy, and a door through which the public may come in.
const leaflets = new Bucket("leaflets", { bucket: "clinic-leaflets", tags: { DataClassification: "operational" } });
new BucketAcl("leaflets-acl", { bucket: leaflets.bucket, acl: "public-read" });
new AccessPoint("leaflets-door", {
  name: "clinic-leaflets",
  bucket: leaflets.bucket,
  publicAccessBlockConfiguration: { blockPublicAcls: true, blockPublicPolicy: false, ignorePublicAcls: true, restrictPublicBuckets: false },
});

// Evidence that is deleted after a year, in a bucket whose versioning may be switched off without anybody noticing.
const evidence = new Bucket("evidence", { bucket: "clinic-evidence", tags: { DataClassification: "audit", Environment: "Production" } }, { protect: true });
new BucketVersioning("evidence-versions", { bucket: evidence.bucket, versioningConfiguration: { status: "Enabled" } }, { ignoreChanges: ["versioningConfiguration"] });
new BucketLifecycleConfiguration("evidence-lifecycle", { bucket: evidence.bucket, rules: [{ id: "year", status: "Enabled", filter: {}, expiration: { days: 365 } }] });
