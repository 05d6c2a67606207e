// Every resource here is a mistake that somebody has made with patients' data. Nothing in this folder
// is meant to be deployed: `npm run sandbox -- preview --cwd examples/violations` shows the pack
// refusing it, and test/engine/violations.test.ts holds the exact list.
import * as cloudtrail from "@pulumi/aws/cloudtrail/index.js";
import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as dynamodb from "@pulumi/aws/dynamodb/index.js";
import * as ec2 from "@pulumi/aws/ec2/index.js";
import * as iam from "@pulumi/aws/iam/index.js";
import * as kms from "@pulumi/aws/kms/index.js";
import * as rds from "@pulumi/aws/rds/index.js";
import * as s3 from "@pulumi/aws/s3/index.js";

// A bucket that anybody may read, with nothing around it.
const uploads = new s3.Bucket("patient-uploads", { bucket: "patient-uploads" });
new s3.BucketPublicAccessBlock("patient-uploads", { bucket: uploads.bucket, blockPublicAcls: true });
new s3.BucketPolicy("patient-uploads", {
  bucket: uploads.bucket,
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::patient-uploads/*" }],
  }),
});

// A database on the internet, without encryption, backups or a second zone.
new rds.Instance("records", {
  identifier: "records",
  engine: "postgres",
  instanceClass: "db.t4g.micro",
  allocatedStorage: 20,
  username: "admin",
  password: "correct horse battery staple",
  publiclyAccessible: true,
  skipFinalSnapshot: true,
});

// A table without a key of ours and without a way back in time.
new dynamodb.Table("visits", { name: "visits", hashKey: "id", billingMode: "PAY_PER_REQUEST", attributes: [{ name: "id", type: "S" }] });

// A key that never rotates and that anybody may use.
new kms.Key("shared", {
  policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }] }),
});

// A group that opens the database and SSH to the world.
new ec2.SecurityGroup("database", {
  ingress: [
    { protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: ["0.0.0.0/0"] },
    { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] },
  ],
});

// A policy that allows everything.
new iam.Policy("developer", {
  policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }),
});

// A trail that sees one region, unencrypted and unproven.
new cloudtrail.Trail("trail", { s3BucketName: uploads.bucket });

// Logs in the clear, kept for ever.
new cloudwatch.LogGroup("application", { name: "/application" });
