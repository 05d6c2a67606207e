import { Function as LambdaFunction } from "@pulumi/aws/lambda/function.js";
import { FunctionUrl } from "@pulumi/aws/lambda/functionUrl.js";
import { Permission } from "@pulumi/aws/lambda/permission.js";
import { accountId, key, privateGroup, privateSubnets, role } from "./account.ts";

/** Lambda functions and who may call them. */
export function makeFunctions(): void {
  // A function that anybody can call, of a runtime without patches, with a password among its settings.
  const intake = new LambdaFunction("intake", {
    name: "clinic-intake",
    role: role("intake"),
    runtime: "nodejs18.x",
    handler: "index.handler",
    s3Bucket: "clinic-code",
    s3Key: "intake.zip",
    environment: { variables: { DATABASE_PASSWORD: "correct horse battery staple" } },
  });
  new FunctionUrl("intake-url", { functionName: intake.name, authorizationType: "NONE" });
  new Permission("intake-anybody", { function: intake.name, action: "lambda:InvokeFunction", principal: "*" });
  new Permission("intake-any-bucket", { function: intake.name, action: "lambda:InvokeFunction", principal: "s3.amazonaws.com" });

  const careful = {
    role: role("reminders"),
    runtime: "nodejs24.x",
    handler: "index.handler",
    s3Bucket: "clinic-code",
    kmsKeyArn: key,
    reservedConcurrentExecutions: 5,
    tracingConfig: { mode: "Active" },
    deadLetterConfig: { targetArn: `arn:aws:sqs:us-east-1:${accountId}:clinic-failed-reminders` },
  } as const;

  // A function that goes down with one zone, and one beside it that is right.
  new LambdaFunction("reminders", { ...careful, name: "clinic-reminders", s3Key: "reminders.zip", vpcConfig: { subnetIds: [privateSubnets[0]], securityGroupIds: [privateGroup] } });
  new LambdaFunction("letters", { ...careful, name: "clinic-letters", s3Key: "letters.zip", vpcConfig: { subnetIds: [...privateSubnets], securityGroupIds: [privateGroup] } });
}
