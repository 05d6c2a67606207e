import type { ResourceModel } from "../resource-model.ts";
import { apiGatewayModels } from "./api-gateway.ts";
import { accountModels } from "./account.ts";
import { auditModels } from "./audit.ts";
import { backupModels } from "./backup.ts";
import { cloudformationModels } from "./cloudformation.ts";
import { cloudfrontModels } from "./cloudfront.ts";
import { cloudwatchModels } from "./cloudwatch.ts";
import { cognitoModels } from "./cognito.ts";
import { configModels } from "./config.ts";
import { dynamodbModels } from "./dynamodb.ts";
import { ec2ComputeModels } from "./ec2-compute.ts";
import { ec2NetworkModels } from "./ec2-network.ts";
import { ec2SecurityModels } from "./ec2-security.ts";
import { ecrModels } from "./ecr.ts";
import { edgeModels } from "./edge.ts";
import { eksModels } from "./eks.ts";
import { iamModels } from "./iam.ts";
import { kmsModels } from "./kms.ts";
import { lambdaModels } from "./lambda.ts";
import { logDeliveryModels } from "./log-delivery.ts";
import { messagingModels } from "./messaging.ts";
import { observabilityModels } from "./observability.ts";
import { rdsModels } from "./rds.ts";
import { route53ResolverModels } from "./route53-resolver.ts";
import { s3Models } from "./s3.ts";
import { secretsModels } from "./secrets.ts";
import { securityModels } from "./security.ts";
import { ssmModels } from "./ssm.ts";

/** Every AWS resource type the sandbox can hold. */
export const awsModels: ReadonlyMap<string, ResourceModel> = new Map(Object.entries({
  ...apiGatewayModels,
  ...accountModels,
  ...auditModels,
  ...backupModels,
  ...cloudformationModels,
  ...cloudfrontModels,
  ...cloudwatchModels,
  ...cognitoModels,
  ...configModels,
  ...dynamodbModels,
  ...ec2ComputeModels,
  ...ec2NetworkModels,
  ...ec2SecurityModels,
  ...ecrModels,
  ...edgeModels,
  ...eksModels,
  ...iamModels,
  ...kmsModels,
  ...lambdaModels,
  ...logDeliveryModels,
  ...messagingModels,
  ...observabilityModels,
  ...rdsModels,
  ...route53ResolverModels,
  ...s3Models,
  ...secretsModels,
  ...securityModels,
  ...ssmModels,
}));
