// A project that knows nothing of this one, as somebody would judge it with the policy pack alone.
const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

const anyoneReads = (resource) => ({ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: resource });

// Public, and known to be.
const photos = new aws.s3.Bucket("photos", { bucket: "clinic-photos" });
new aws.s3.BucketPolicy("photos-policy", {
  bucket: photos.bucket,
  policy: JSON.stringify({ Version: "2012-10-17", Statement: [anyoneReads("arn:aws:s3:::clinic-photos/*")] }),
});

// Public as well, and TLS only; neither shows before the bucket exists.
const letters = new aws.s3.Bucket("letters", { bucket: "clinic-letters" });
const objects = pulumi.interpolate`${letters.arn}/*`;
new aws.s3.BucketPolicy("letters-policy", {
  bucket: letters.bucket,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      anyoneReads(objects),
      { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: [letters.arn, objects], Condition: { Bool: { "aws:SecureTransport": "false" } } },
    ],
  }),
});

// A database whose password is in the program: a secret in the state.
new aws.rds.Instance("records", {
  identifier: "clinic-records",
  engine: "postgres",
  instanceClass: "db.t4g.micro",
  allocatedStorage: 20,
  username: "clinic",
  password: "correct horse battery staple",
  skipFinalSnapshot: true,
});

// Right.
new aws.accessanalyzer.Analyzer("analyzer", { analyzerName: "clinic" });
new aws.s3.AccountPublicAccessBlock("account", { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true });
new aws.iam.Role("worker", {
  name: "clinic-worker",
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
  }),
});
