import { type Reference } from "../references.ts";
import { ACCOUNT } from "../resource-model.ts";
import { isProperties } from "../wire.ts";
import { parseArn } from "./arn.ts";
import { byArn, byId, byName } from "./reference-kinds.ts";

function inUse(what: string): NonNullable<Reference["holds"]> {
  return { code: "DependencyViolation", message: `${what} '{value}' has dependencies and cannot be deleted.` };
}

export const vpc = byId(["aws:ec2/vpc:Vpc"], { code: "InvalidVpcID.NotFound", message: "The vpc ID '{value}' does not exist", holds: inUse("The vpc") });
export const subnet = byId(["aws:ec2/subnet:Subnet"], { code: "InvalidSubnetID.NotFound", message: "The subnet ID '{value}' does not exist", holds: inUse("The subnet") });
export const internetGateway = byId(["aws:ec2/internetGateway:InternetGateway", "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway"],
  { code: "InvalidInternetGatewayID.NotFound", message: "The internetGateway ID '{value}' does not exist" }, /^(?:local|vgw-)/u);
export const natGateway = byId(["aws:ec2/natGateway:NatGateway"], { code: "NatGatewayNotFound", message: "The Nat Gateway {value} was not found" });
export const allocation = byId(["aws:ec2/eip:Eip"], {
  code: "InvalidAllocationID.NotFound",
  message: "The allocation ID '{value}' does not exist",
  holds: { code: "InvalidIPAddress.InUse", message: "Address with allocation id '{value}' is in use" },
});
export const vpcEndpoint = byId(["aws:ec2/vpcEndpoint:VpcEndpoint"], { code: "InvalidVpcEndpointId.NotFound", message: "The Vpc Endpoint Id '{value}' does not exist" });
export const prefixList = byId(["aws:ec2/managedPrefixList:ManagedPrefixList"],
  { code: "InvalidPrefixListID.NotFound", message: "The prefix list ID '{value}' does not exist", holds: inUse("The prefix list") }, /^pl-[0-9a-f]{8}$/u);
/** By id or by name: `id` and `name` of a launch template's block. */
export const launchTemplate: Reference = {
  ...byId(["aws:ec2/launchTemplate:LaunchTemplate"], { code: "InvalidLaunchTemplateId.NotFound", message: "The specified launch template, with template ID {value}, does not exist." }),
};
export const launchTemplateName: Reference = {
  types: launchTemplate.types,
  code: "InvalidLaunchTemplateName.NotFoundException",
  message: "The specified launch template, with template name {value}, does not exist.",
  find: (value, { region, inventory }) => inventory.ofType("aws:ec2/launchTemplate:LaunchTemplate").find((found) => found.region === region && found.inputs["name"] === value),
};

/** AWS makes one group, one network ACL and one route table with every VPC, and one group with every cluster. */
function madeWith(ids: Reference, owner: string, output: string): Reference {
  return {
    ...ids,
    find: (value, place) => ids.find(value, place) ?? (place.inventory.ofType(owner).some((found) => found.region === place.region
      && (found.outputs[output] === value || Object.values(found.outputs).some((block) => isProperties(block) && block[output] === value))) ? "outside" : undefined),
  };
}

export const securityGroup = madeWith(madeWith(
  byId(["aws:ec2/securityGroup:SecurityGroup"], {
    code: "InvalidGroup.NotFound",
    message: "The security group '{value}' does not exist",
    holds: { code: "DependencyViolation", message: "resource {value} has a dependent object" },
  }), "aws:ec2/vpc:Vpc", "defaultSecurityGroupId"), "aws:eks/cluster:Cluster", "clusterSecurityGroupId");
export const routeTable = madeWith(
  byId(["aws:ec2/routeTable:RouteTable"], { code: "InvalidRouteTableID.NotFound", message: "The routeTable ID '{value}' does not exist" }),
  "aws:ec2/vpc:Vpc", "mainRouteTableId");
export const networkAcl = madeWith(
  byId(["aws:ec2/networkAcl:NetworkAcl"], { code: "InvalidNetworkAclID.NotFound", message: "The networkAcl ID '{value}' does not exist" }),
  "aws:ec2/vpc:Vpc", "defaultNetworkAclId");

/** By key id, key ARN, alias name or alias ARN, in the resource's own region. Keys that wait for deletion are no use. */
export const kmsKey: Reference = {
  types: ["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey"],
  code: "NotFoundException",
  message: "Key '{value}' does not exist in {region}, or is pending deletion",
  find: (value, { region, inventory }) => {
    const arn = parseArn(value);
    if (arn !== undefined && (arn.service !== "kms" || (arn.region !== region && region !== ""))) {
      return undefined;
    }
    if (arn !== undefined && arn.account !== ACCOUNT) {
      return "outside";
    }
    const name = arn?.resource ?? value;
    // AWS's own aliases, and the ids that the sandbox gives the keys behind them.
    if (/^(?:alias\/aws\/|key\/aaaaaaaa-|aaaaaaaa-)/u.test(name)) {
      return "outside";
    }
    const home = arn?.region ?? region;
    const target = name.startsWith("alias/") ? inventory.find("aws:kms/alias:Alias", home, name)?.inputs["targetKeyId"] : name;
    const id = typeof target === "string" ? target.slice(target.lastIndexOf("/") + 1) : "";
    return inventory.find("aws:kms/key:Key", home, id) ?? inventory.find("aws:kms/replicaKey:ReplicaKey", home, id);
  },
};

/** By name or ARN. Roles that AWS services make for themselves are taken to exist. */
export const role: Reference = {
  ...byName({
    types: ["aws:iam/role:Role"],
    global: true,
    code: "NoSuchEntity",
    message: "The role with name {value} cannot be found.",
    provided: /^AWSServiceRoleFor/u,
  }),
};
export const user = byName({ types: ["aws:iam/user:User"], global: true, code: "NoSuchEntity", message: "The user with name {value} cannot be found." });
export const instanceProfile = byName({ types: ["aws:iam/instanceProfile:InstanceProfile"], global: true, code: "NoSuchEntity", message: "Instance Profile {value} cannot be found." });
export const iamPolicy = byArn(["aws:iam/policy:Policy"], {
  code: "NoSuchEntity",
  message: "Policy {value} does not exist or is not attachable.",
  holds: { code: "DeleteConflict", message: "Cannot delete a policy attached to entities." },
});

/** In the bucket's own region, as its settings must be. */
export const bucket = byName({ types: ["aws:s3/bucket:Bucket"], code: "NoSuchBucket", message: "The specified bucket {value} does not exist in {region}" });
/** Anywhere: a bucket's ARN has no region. */
export const bucketAnywhere: Reference = {
  ...bucket,
  message: "The specified bucket {value} does not exist",
  find: (value, { inventory }) => inventory.ofType("aws:s3/bucket:Bucket").find((found) => found.id === (parseArn(value)?.resource.split("/")[0] ?? value)),
};

export const logGroup = byName({
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  code: "ResourceNotFoundException",
  message: "The specified log group does not exist: {value}",
  nameInArn: (resource) => resource.replace(/^log-group:/u, "").replace(/:\*$/u, ""),
});
export const topic = byArn(["aws:sns/topic:Topic"], { code: "NotFound", message: "Topic does not exist: {value}" });
export const queueUrl = byId(["aws:sqs/queue:Queue"], { code: "AWS.SimpleQueueService.NonExistentQueue", message: "The specified queue does not exist: {value}" });
export const queueArn = byArn(["aws:sqs/queue:Queue"], { code: "AWS.SimpleQueueService.NonExistentQueue", message: "The specified queue does not exist: {value}" });
export const lambdaFunction = byName({
  types: ["aws:lambda/function:Function"],
  code: "ResourceNotFoundException",
  message: "Function not found: {value}",
  nameInArn: (resource) => resource.split(":")[1] ?? "",
});
export const secret: Reference = {
  ...byArn(["aws:secretsmanager/secret:Secret"], { code: "ResourceNotFoundException", message: "Secrets Manager can't find the specified secret: {value}" }),
};
export const table = byName({ types: ["aws:dynamodb/table:Table"], code: "ResourceNotFoundException", message: "Requested resource not found: Table: {value} not found", anyRegion: true });
export const eksCluster = byName({
  types: ["aws:eks/cluster:Cluster"],
  code: "ResourceNotFoundException",
  message: "No cluster found for name: {value}.",
});
export const vault = byName({
  types: ["aws:backup/vault:Vault", "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault"],
  code: "ResourceNotFoundException",
  message: "Backup vault {value} does not exist",
  provided: /^Default$/u,
  anyRegion: true,
});

/** A bucket's or a log group's ARN. */
export const flowLogDestination: Reference = {
  types: [],
  code: "InvalidParameter",
  message: "LogDestination: {value} does not exist",
  find: (value, place) => {
    const service = parseArn(value)?.service;
    return service === "s3" ? bucketAnywhere.find(value, place) : (service === "logs" ? logGroup.find(value, place) : "outside");
  },
};
