import * as s3 from "@pulumi/aws/s3/index.js";

export const bucket = new s3.Bucket("phi", {}).arn;
