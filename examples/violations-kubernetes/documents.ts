import { Bucket } from "@pulumi/aws/s3/bucket.js";
import { BucketVersioning } from "@pulumi/aws/s3/bucketVersioning.js";

// Patients' documents in a bucket of which there is no other copy, which tells nobody what happens in it, and whose
// use no trail of the stack records.
const documents = new Bucket("documents", { bucket: "clinic-patient-documents", tags: { DataClassification: "phi" } });
new BucketVersioning("documents-versions", { bucket: documents.bucket, versioningConfiguration: { status: "Enabled" } });
