import type { ResourceModel } from "../resource-model.ts";
import { accountModels } from "./account.ts";
import { apiGatewayModels } from "./api-gateway.ts";
import { auditModels } from "./audit.ts";
import { autoScalingModels } from "./auto-scaling.ts";
import { auroraModels } from "./aurora.ts";
import { backupModels } from "./backup.ts";
import { beanstalkModels } from "./beanstalk.ts";
import { bedrockModels } from "./bedrock.ts";
import { cacheModels } from "./caches.ts";
import { classicLoadBalancerModels } from "./classic-load-balancer.ts";
import { cloudformationModels } from "./cloudformation.ts";
import { cloudfrontModels } from "./cloudfront.ts";
import { cloudwatchModels } from "./cloudwatch.ts";
import { clusterDatabaseModels } from "./cluster-databases.ts";
import { cognitoIdentityModels } from "./cognito-identity.ts";
import { cognitoModels } from "./cognito.ts";
import { configModels } from "./config.ts";
import { developerToolModels } from "./developer-tools.ts";
import { dmsModels } from "./dms.ts";
import { dynamodbModels } from "./dynamodb.ts";
import { ebsModels } from "./ebs.ts";
import { ec2ComputeModels } from "./ec2-compute.ts";
import { ec2NetworkModels } from "./ec2-network.ts";
import { ec2SecurityModels } from "./ec2-security.ts";
import { ecrModels } from "./ecr.ts";
import { ecsModels } from "./ecs.ts";
import { edgeModels } from "./edge.ts";
import { eksModels } from "./eks.ts";
import { emrModels } from "./emr.ts";
import { fileSystemModels } from "./file-systems.ts";
import { glueJobModels } from "./glue-jobs.ts";
import { iamModels } from "./iam.ts";
import { iamUserModels } from "./iam-users.ts";
import { kmsModels } from "./kms.ts";
import { lambdaModels } from "./lambda.ts";
import { logDeliveryModels } from "./log-delivery.ts";
import { messagingModels } from "./messaging.ts";
import { observabilityModels } from "./observability.ts";
import { organizationModels } from "./organization.ts";
import { opensearchModels } from "./opensearch.ts";
import { rdsSnapshotModels } from "./rds-snapshots.ts";
import { rdsModels } from "./rds.ts";
import { redshiftModels } from "./redshift.ts";
import { route53ResolverModels } from "./route53-resolver.ts";
import { s3Models } from "./s3.ts";
import { s3AccessPointModels } from "./s3-access-point.ts";
import { sagemakerModels } from "./sagemaker.ts";
import { secretsModels } from "./secrets.ts";
import { securityModels } from "./security.ts";
import { ssmModels } from "./ssm.ts";
import { streamModels } from "./streams.ts";
import { transferModels } from "./transfer.ts";
import { transitGatewayModels } from "./transit-gateway.ts";
import { wafClassicModels } from "./waf-classic.ts";
import { workflowModels } from "./workflows.ts";

/** Every AWS resource type the sandbox can hold. */
export const awsModels: ReadonlyMap<string, ResourceModel> = new Map(Object.entries({
  ...accountModels,
  ...apiGatewayModels,
  ...auditModels,
  ...auroraModels,
  ...autoScalingModels,
  ...backupModels,
  ...beanstalkModels,
  ...bedrockModels,
  ...cacheModels,
  ...classicLoadBalancerModels,
  ...cloudformationModels,
  ...cloudfrontModels,
  ...cloudwatchModels,
  ...clusterDatabaseModels,
  ...cognitoIdentityModels,
  ...cognitoModels,
  ...configModels,
  ...developerToolModels,
  ...dmsModels,
  ...dynamodbModels,
  ...ebsModels,
  ...ec2ComputeModels,
  ...ec2NetworkModels,
  ...ec2SecurityModels,
  ...ecrModels,
  ...ecsModels,
  ...edgeModels,
  ...eksModels,
  ...emrModels,
  ...fileSystemModels,
  ...glueJobModels,
  ...iamModels,
  ...iamUserModels,
  ...kmsModels,
  ...lambdaModels,
  ...logDeliveryModels,
  ...messagingModels,
  ...observabilityModels,
  ...organizationModels,
  ...opensearchModels,
  ...rdsModels,
  ...rdsSnapshotModels,
  ...redshiftModels,
  ...route53ResolverModels,
  ...s3Models,
  ...s3AccessPointModels,
  ...sagemakerModels,
  ...secretsModels,
  ...securityModels,
  ...ssmModels,
  ...streamModels,
  ...transferModels,
  ...transitGatewayModels,
  ...wafClassicModels,
  ...workflowModels,
}));
