import { createHash } from "node:crypto";
import { CloudError } from "../cloud-error.ts";
import type { CloudResource } from "../inventory.ts";
import { ACCOUNT } from "../resource-model.ts";
import { isProperties, type Properties, textOf } from "../wire.ts";
import { type Answers, type DataContext, filtersOf } from "./data-source.ts";
import { kmsKey } from "./references.ts";
import { awsPrefixList, KNOWN_REGIONS } from "./regions.ts";

/** Add-ons that EKS offers: the default version for Kubernetes 1.x, where `x` takes the minor version. */
const ADDONS: Readonly<Record<string, string>> = {
  "vpc-cni": "v1.20.4-eksbuild.1",
  coredns: "v1.12.4-eksbuild.1",
  "kube-proxy": "v1.x.0-eksbuild.2",
  "eks-pod-identity-agent": "v1.3.9-eksbuild.3",
  "aws-ebs-csi-driver": "v1.52.1-eksbuild.1",
  "aws-efs-csi-driver": "v2.1.15-eksbuild.1",
  "aws-guardduty-agent": "v1.12.1-eksbuild.2",
  "amazon-cloudwatch-observability": "v4.7.0-eksbuild.1",
  "snapshot-controller": "v8.3.0-eksbuild.1",
  "metrics-server": "v0.8.0-eksbuild.3",
};

export const serviceData: Answers = {
  "aws:eks/getAddonVersion:getAddonVersion": (args, { region }) => {
    const addonName = textOf(args["addonName"]);
    const kubernetesVersion = textOf(args["kubernetesVersion"]);
    const version = ADDONS[addonName];
    const minor = /^1\.(29|3\d)$/u.exec(kubernetesVersion)?.[1];
    if (version === undefined || minor === undefined) {
      throw new CloudError("InvalidParameterException", version === undefined
        ? `Addon ${addonName} specified is not supported; the sandbox knows ${Object.keys(ADDONS).join(", ")}`
        : `Addon ${addonName} has no version for Kubernetes ${JSON.stringify(kubernetesVersion)}`);
    }
    return { id: addonName, addonName, kubernetesVersion, region, version: version.replace(".x.", `.${minor}.`) };
  },
  "aws:kms/getKey:getKey": (args, context) => describeKey(textOf(args["keyId"]), context),
  "aws:kms/getAlias:getAlias": (args, { inventory, region }) => {
    const name = textOf(args["name"]);
    const arn = `arn:aws:kms:${region}:${ACCOUNT}:${name}`;
    const alias = inventory.find("aws:kms/alias:Alias", region, name);
    const target = alias === undefined ? (name.startsWith("alias/aws/") ? managedKeyId(name, region) : undefined) : textOf(alias.inputs["targetKeyId"]).split("/").at(-1);
    if (target === undefined) {
      throw new CloudError("NotFoundException", `Alias ${arn} is not found.`);
    }
    return { id: arn, arn, name, region, targetKeyId: target, targetKeyArn: `arn:aws:kms:${region}:${ACCOUNT}:key/${target}` };
  },
  "aws:ec2/getPrefixList:getPrefixList": (args, context) => {
    const { name, id, blocks } = awsList(args, context);
    return { id, name, region: context.region, cidrBlocks: blocks };
  },
  "aws:ec2/getManagedPrefixList:getManagedPrefixList": (args, context) => managedList(args, context),
  "aws:iam/getRole:getRole": (args, { inventory }) => {
    const name = textOf(args["name"]);
    const role = found(inventory.find("aws:iam/role:Role", "", name), "NoSuchEntity", `The role with name ${name} cannot be found.`);
    const { inputs, outputs } = role;
    return { id: name, name, arn: outputs["arn"] ?? "", assumeRolePolicy: inputs["assumeRolePolicy"] ?? "", createDate: outputs["createDate"] ?? "", description: inputs["description"] ?? "",
      maxSessionDuration: inputs["maxSessionDuration"] ?? 3600, path: inputs["path"] ?? "/", permissionsBoundary: inputs["permissionsBoundary"] ?? "", roleLastUseds: [], tags: tagsOf(role), uniqueId: outputs["uniqueId"] ?? "" };
  },
  "aws:s3/getBucket:getBucket": (args, { inventory, region }) => {
    const bucket = textOf(args["bucket"]);
    const { outputs } = found(inventory.find("aws:s3/bucket:Bucket", region, bucket), "NotFound", `bucket ${bucket} does not exist in ${region}`);
    const copied = ["arn", "bucketDomainName", "bucketRegion", "bucketRegionalDomainName", "hostedZoneId", "websiteDomain", "websiteEndpoint"];
    return { id: bucket, bucket, region, ...Object.fromEntries(copied.map((property) => [property, outputs[property] ?? ""])) };
  },
};

/** The key behind AWS's own alias of a service, the same at every look. Its id begins so that references recognise it. */
function managedKeyId(alias: string, region: string): string {
  const hex = createHash("sha256").update(`${alias}|${region}`).digest("hex");
  return `aaaaaaaa-${hex.slice(0, 4)}-4${hex.slice(4, 7)}-a${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}

function describeKey(keyId: string, { inventory, region }: DataContext): Properties {
  const key = kmsKey.find(keyId, { inventory, region });
  if (key === undefined) {
    throw new CloudError("NotFoundException", `Key '${keyId}' does not exist in ${region}`);
  }
  const own = key === "outside" ? undefined : key;
  const id = own?.id ?? (keyId.startsWith("alias/") ? managedKeyId(keyId, region) : keyId.split("/").at(-1) ?? keyId);
  const inputs = own?.inputs ?? {};
  const enabled = inputs["isEnabled"] !== false && inputs["enabled"] !== false;
  const spec = textOf(inputs["customerMasterKeySpec"] ?? "SYMMETRIC_DEFAULT");
  return { id, keyId, region, arn: `arn:aws:kms:${region}:${ACCOUNT}:key/${id}`, awsAccountId: ACCOUNT, cloudHsmClusterId: "", creationDate: own?.createdAt ?? "", customKeyStoreId: "",
    customerMasterKeySpec: spec, deletionDate: "", description: inputs["description"] ?? "", enabled, expirationModel: "", keyManager: own === undefined ? "AWS" : "CUSTOMER", keySpec: spec,
    keyState: enabled ? "Enabled" : "Disabled", keyUsage: inputs["keyUsage"] ?? "ENCRYPT_DECRYPT", multiRegion: inputs["multiRegion"] === true || id.startsWith("mrk-"), multiRegionConfigurations: [],
    origin: "AWS_KMS", pendingDeletionWindowInDays: 0, validTo: "", xksKeyConfigurations: [] };
}

/** AWS's own list by name, id or filter. Its real blocks change all the time; these are addresses for documentation. */
function awsList(args: Properties, { region }: DataContext): { readonly name: string; readonly id: string; readonly blocks: readonly string[] } {
  const asked = new Set([args["name"], args["prefixListId"], args["id"], ...filtersOf(args).flatMap(({ name, values }) => (["prefix-list-name", "prefix-list-id"].includes(name) ? values : []))]);
  const lists = KNOWN_REGIONS.includes(region) ? ["s3", "dynamodb"].map((service) => `com.amazonaws.${region}.${service}`) : [];
  const name = lists.find((list) => asked.has(list) || asked.has(awsPrefixList(list) ?? ""));
  const id = name === undefined ? undefined : awsPrefixList(name);
  if (name === undefined || id === undefined) {
    throw new CloudError("InvalidPrefixListID.NotFound", `no matching prefix list found in ${region}; the sandbox knows ${lists.join(", ")} of AWS's own`);
  }
  return { name, id, blocks: ["198.51.100.0/24", "203.0.113.0/24"] };
}

function managedList(args: Properties, context: DataContext): Properties {
  const { inventory, region } = context;
  const own = inventory.ofType("aws:ec2/managedPrefixList:ManagedPrefixList").find((list) => list.region === region && (list.id === args["id"] || list.inputs["name"] === args["name"]));
  if (own !== undefined) {
    const { id, inputs, outputs } = own;
    return { id, name: inputs["name"] ?? "", region, addressFamily: inputs["addressFamily"] ?? "", arn: outputs["arn"] ?? "", entries: inputs["entries"] ?? [], maxEntries: inputs["maxEntries"] ?? 0, ownerId: ACCOUNT, tags: tagsOf(own), version: outputs["version"] ?? 1 };
  }
  const { name, id, blocks } = awsList(args, context);
  return { id, name, region, addressFamily: "IPv4", arn: `arn:aws:ec2:${region}:aws:prefix-list/${id}`, entries: blocks.map((cidr) => ({ cidr, description: "" })), maxEntries: 0, ownerId: "AWS", tags: {}, version: 0 };
}

function found(resource: CloudResource | undefined, code: string, message: string): CloudResource {
  if (resource === undefined) {
    throw new CloudError(code, message);
  }
  return resource;
}

function tagsOf({ inputs }: CloudResource): Properties {
  const tags = inputs["tagsAll"];
  return isProperties(tags) ? tags : {};
}
