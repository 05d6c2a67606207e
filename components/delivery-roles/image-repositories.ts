import { LifecyclePolicy } from "@pulumi/aws/ecr/lifecyclePolicy.js";
import { ReplicationConfiguration } from "@pulumi/aws/ecr/replicationConfiguration.js";
import { Repository } from "@pulumi/aws/ecr/repository.js";
import { RepositoryPolicy } from "@pulumi/aws/ecr/repositoryPolicy.js";
import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import { ReplicaKey } from "@pulumi/aws/kms/replicaKey.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { deliveryNames } from "./delivery-names.ts";
import type { DeliveryRolesArgs } from "./delivery-roles.ts";
import { imageKeyPolicy, imageLifecycle, repositoryPolicy, signingKeyPolicy } from "./image-policies.ts";

/** Repositories by image name, in the primary region. */
export type Repositories = ReadonlyMap<string, Repository>;

/** One repository for each image in both regions, and the replication that fills the second. */
export function createRepositories(parent: pulumi.Resource, name: string, args: DeliveryRolesArgs): Repositories {
  const { deployment, imageRepositories } = args;
  if (imageRepositories.length === 0) {
    return new Map();
  }
  const { imageKeyAlias, imagePrefix } = deliveryNames(deployment);
  const key = new Key(`${name}-images`, {
    description: `${deployment.prefix}: images`, enableKeyRotation: true, multiRegion: true, deletionWindowInDays: 30,
    policy: imageKeyPolicy(deployment, deployment.region, args.administratorArns ?? []), tags: classified("operational", { Name: `${deployment.prefix}-images` }),
  }, { parent, protect: true });
  new Alias(`${name}-images-alias`, { name: imageKeyAlias, targetKeyId: key.keyId }, { parent });
  const region = deployment.recoveryRegion;
  const replica = new ReplicaKey(`${name}-images-replica`, {
    primaryKeyArn: key.arn, region, description: `${deployment.prefix}: images, replica`, deletionWindowInDays: 30,
    policy: imageKeyPolicy(deployment, region, args.administratorArns ?? []), tags: classified("operational", { Name: `${deployment.prefix}-images` }),
  }, { parent, protect: true });
  new Alias(`${name}-images-replica-alias`, { name: imageKeyAlias, targetKeyId: replica.keyId, region }, { parent });
  const repositories = new Map(imageRepositories.map((image) => [image, createRepository(parent, `${name}-image-${image.replaceAll("/", "-")}`, args, image, key.arn)]));
  const copies = imageRepositories.map((image) => createRepository(parent, `${name}-copy-${image.replaceAll("/", "-")}`, args, image, replica.arn, region));
  new ReplicationConfiguration(`${name}-replication`, {
    replicationConfiguration: {
      rules: [{ destinations: [{ region, registryId: deployment.accountId }], repositoryFilters: [{ filter: imagePrefix, filterType: "PREFIX_MATCH" }] }],
    },
  }, { parent, dependsOn: copies });
  return repositories;
}

function createRepository(parent: pulumi.Resource, name: string, args: DeliveryRolesArgs, image: string, keyArn: pulumi.Input<string>, region?: string): Repository {
  const { deployment } = args;
  const physical = `${deliveryNames(deployment).imagePrefix}${image}`;
  const place = region === undefined ? {} : { region };
  const repository = new Repository(name, {
    name: physical,
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: keyArn }],
    tags: classified("operational", { Name: physical }),
    ...place,
  }, { parent, protect: true });
  const options = { parent: repository };
  new RepositoryPolicy(`${name}-policy`, { repository: repository.name, policy: repositoryPolicy(deployment), ...place }, options);
  new LifecyclePolicy(`${name}-lifecycle`, { repository: repository.name, policy: imageLifecycle(args.keptImages ?? 200), ...place }, options);
  return repository;
}

/** The key that images are signed with: on a curve that cosign and notation take. */
export function createSigningKey(parent: pulumi.Resource, name: string, { deployment, administratorArns }: DeliveryRolesArgs): Key {
  const key = new Key(`${name}-signing`, {
    description: `${deployment.prefix}: signatures of images`,
    keyUsage: "SIGN_VERIFY",
    customerMasterKeySpec: "ECC_NIST_P256",
    multiRegion: true,
    deletionWindowInDays: 30,
    policy: signingKeyPolicy(deployment, administratorArns ?? []),
    tags: classified("operational", { Name: `${deployment.prefix}-image-signing` }),
  }, { parent, protect: true });
  new Alias(`${name}-signing-alias`, { name: deliveryNames(deployment).signingKeyAlias, targetKeyId: key.keyId }, { parent });
  return key;
}
