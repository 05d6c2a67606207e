import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import { ReplicaKey } from "@pulumi/aws/kms/replicaKey.js";
import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { type Problem, refuseProblems } from "../lib/problems.ts";
import { CLASSIFICATIONS, KEY_CLASSES, keyAlias, type KeyClass, LOCKED_DATA } from "./key-classes.ts";
import { keyPolicy, pseudonymKeyPolicy } from "./key-policies.ts";

export interface KeyRingArgs {
  readonly deployment: Deployment;
  /**
   * ARN patterns of the principals that may administer keys; administration never includes use.
   * @default any principal of the account whose IAM policies allow it
   */
  readonly administratorArns?: string[];
  /**
   * Days between a request to delete a key and the loss of everything encrypted under it, 7 to 30.
   * @default 30
   */
  readonly deletionWindowDays?: number;
  /**
   * Data classes that the stack holds; each key costs its dollar whether it is used or not.
   * @default every class
   */
  readonly classes?: KeyClass[];
  /**
   * Classes whose key has a replica in the recovery region.
   * @default every class of the stack
   */
  readonly replicaClasses?: KeyClass[];
  /**
   * Make the HMAC key for pseudonyms of patients, with its replica; only what computes pseudonyms needs it.
   * @default true
   */
  readonly pseudonyms?: boolean;
}

/**
 * Customer-managed KMS keys, one per data class, and the policies that keep the classes apart.
 *
 * Guarantees: every key rotates yearly, is multi-region so that replicas in the recovery region can
 * open copies, cannot be deleted by a stack update, and may be used only through the services of its
 * class; patients' data is bound to the stack's own buckets and tables by encryption context.
 *
 * Requirement rows: S1-19 to S1-23, S3-11, S3-12, S4-39 to S4-42, S5-19, X-10.
 * Upholds 45 CFR 164.312(a)(2)(iv), 164.312(c)(1), 164.308(a)(4)(ii)(B).
 *
 * #### Cost
 * 1 USD a month per key and per replica: 8 keys and 8 replicas, 16 USD; fewer where `classes` names fewer.
 *
 * @example
 * ```typescript
 * const keys = new KeyRing("hipaa-dev-keys", {
 *   deployment: { prefix: "hipaa-dev", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" },
 * });
 * const bucketKey = keys.keyArn(KeyClass.PhiData);
 * ```
 */
export class KeyRing extends pulumi.ComponentResource {
  /** ARN of each class's key in the primary region, by class. */
  readonly keyArns: pulumi.Output<Record<string, string>>;
  /** ARN of each class's replica in the recovery region, by class. */
  readonly replicaKeyArns: pulumi.Output<Record<string, string>>;
  /** ARN of the HMAC key for patient pseudonyms; empty without one. */
  readonly pseudonymKeyArn: pulumi.Output<string>;

  constructor(name: string, args: KeyRingArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:KeyRing", name, {}, opts);
    refuseProblems(problemsOf(args), this, name);

    const keys = new Map((args.classes ?? KEY_CLASSES).map((keyClass) => [keyClass, createKey(this, name, keyClass, args).arn]));
    const replicas = new Map([...keys].filter(([keyClass]) => args.replicaClasses?.includes(keyClass) !== false).map(([keyClass, keyArn]) => [keyClass, createReplica(this, name, keyClass, keyArn, args).arn]));
    ARNS.set(this, { keys, replicas });
    this.keyArns = pulumi.output(Object.fromEntries(keys));
    this.replicaKeyArns = pulumi.output(Object.fromEntries(replicas));
    this.pseudonymKeyArn = args.pseudonyms === false ? pulumi.output("") : createPseudonymKeys(this, name, args);
    this.registerOutputs({ keyArns: this.keyArns, replicaKeyArns: this.replicaKeyArns, pseudonymKeyArn: this.pseudonymKeyArn });
  }

  /** ARN of one class's key in the primary region; depends on that key alone, so that a store is seen to use it. */
  keyArn(keyClass: KeyClass): pulumi.Output<string> {
    return arnOf(ARNS.get(this)?.keys, keyClass);
  }

  /** ARN of one class's replica in the recovery region. */
  replicaKeyArn(keyClass: KeyClass): pulumi.Output<string> {
    return arnOf(ARNS.get(this)?.replicas, keyClass);
  }
}

type ArnsByClass = ReadonlyMap<KeyClass, pulumi.Output<string>>;

/** Each ring's ARNs one by one. Not a field: Pulumi's component analyzer takes every field for an output. */
const ARNS = new WeakMap<KeyRing, { readonly keys: ArnsByClass; readonly replicas: ArnsByClass }>();

function arnOf(arns: ArnsByClass | undefined, keyClass: KeyClass): pulumi.Output<string> {
  const arn = arns?.get(keyClass);
  if (arn === undefined) {
    throw new pulumi.RunError(`the key ring has no key for ${JSON.stringify(keyClass)}; it has ${[...(arns?.keys() ?? [])].join(", ")}`);
  }
  return arn;
}

function createKey(parent: KeyRing, name: string, keyClass: KeyClass, args: KeyRingArgs): Key {
  const { deployment } = args;
  const key = new Key(`${name}-${keyClass}`, {
    description: `${deployment.prefix}: ${keyClass}`,
    enableKeyRotation: true,
    multiRegion: true,
    deletionWindowInDays: args.deletionWindowDays ?? 30,
    policy: keyPolicy(deployment, keyClass, deployment.region, args.administratorArns ?? []),
    tags: tagsOf(deployment, keyClass),
  }, lifeOf(parent, keyClass));
  new Alias(`${name}-${keyClass}-alias`, { name: keyAlias(deployment.prefix, keyClass), targetKeyId: key.keyId }, { parent });
  return key;
}

function createReplica(parent: KeyRing, name: string, keyClass: KeyClass, primaryKeyArn: pulumi.Output<string>, args: KeyRingArgs): ReplicaKey {
  const { deployment } = args;
  const replica = new ReplicaKey(`${name}-${keyClass}-replica`, {
    primaryKeyArn,
    region: deployment.recoveryRegion,
    description: `${deployment.prefix}: ${keyClass}, replica`,
    deletionWindowInDays: args.deletionWindowDays ?? 30,
    policy: keyPolicy(deployment, keyClass, deployment.recoveryRegion, args.administratorArns ?? []),
    tags: tagsOf(deployment, keyClass),
  }, lifeOf(parent, keyClass));
  new Alias(`${name}-${keyClass}-replica-alias`, {
    name: keyAlias(deployment.prefix, keyClass), targetKeyId: replica.keyId, region: deployment.recoveryRegion,
  }, { parent });
  return replica;
}

function createPseudonymKeys(parent: KeyRing, name: string, args: KeyRingArgs): pulumi.Output<string> {
  const { deployment } = args;
  // AWS does not rotate HMAC keys: a new key would give patients new pseudonyms.
  const key = new Key(`${name}-pseudonyms`, {
    description: `${deployment.prefix}: pseudonyms of patient ids`,
    keyUsage: "GENERATE_VERIFY_MAC",
    customerMasterKeySpec: "HMAC_256",
    multiRegion: true,
    deletionWindowInDays: args.deletionWindowDays ?? 30,
    policy: pseudonymKeyPolicy(deployment, args.administratorArns ?? []),
    tags: pseudonymTags(deployment),
  }, { parent, protect: true });
  new Alias(`${name}-pseudonyms-alias`, { name: pseudonymAlias(deployment), targetKeyId: key.keyId }, { parent });
  replicatePseudonymKey(parent, name, key.arn, args);
  return key.arn;
}

/** Without the same key in the recovery region nobody could find a patient's records there. */
function replicatePseudonymKey(parent: KeyRing, name: string, primaryKeyArn: pulumi.Output<string>, { deployment, administratorArns = [], deletionWindowDays = 30 }: KeyRingArgs): void {
  const replica = new ReplicaKey(`${name}-pseudonyms-replica`, {
    primaryKeyArn,
    region: deployment.recoveryRegion,
    description: `${deployment.prefix}: pseudonyms of patient ids, replica`,
    deletionWindowInDays: deletionWindowDays,
    policy: pseudonymKeyPolicy(deployment, administratorArns),
    tags: pseudonymTags(deployment),
  }, { parent, protect: true });
  new Alias(`${name}-pseudonyms-replica-alias`, { name: pseudonymAlias(deployment), targetKeyId: replica.keyId, region: deployment.recoveryRegion }, { parent });
}

function pseudonymAlias(deployment: Deployment): string {
  return `alias/${deployment.prefix}/pseudonyms`;
}

function pseudonymTags(deployment: Deployment): Record<string, string> {
  return { Name: `${deployment.prefix}-pseudonyms`, DataClassification: "phi" };
}

/** Keys of data that outlives the stack, because it is locked, outlive it too: without them the data is lost. */
function lifeOf(parent: KeyRing, keyClass: KeyClass): pulumi.CustomResourceOptions {
  return { parent, protect: true, retainOnDelete: LOCKED_DATA.has(keyClass) };
}

function tagsOf(deployment: Deployment, keyClass: KeyClass): Record<string, string> {
  return { Name: `${deployment.prefix}-${keyClass}`, DataClassification: CLASSIFICATIONS[keyClass] };
}

function problemsOf({ deletionWindowDays: days = 30, classes = [...KEY_CLASSES], replicaClasses = [] }: KeyRingArgs): readonly Problem[] {
  return [
    ...(Number.isInteger(days) && days >= 7 && days <= 30 ? [] : [
      { argument: "deletionWindowDays", value: days, allowed: "KMS takes whole days from 7 to 30", change: "Leave it out for 30" },
    ]),
    ...(classes.length > 0 && once(classes, KEY_CLASSES) ? [] : [{ argument: "classes", value: classes, allowed: `one or more of ${KEY_CLASSES.join(", ")}, each once`, change: "Leave it out for all" }]),
    ...(once(replicaClasses, classes) ? [] : [{ argument: "replicaClasses", value: replicaClasses, allowed: `some of ${classes.join(", ")}, each once`, change: "Leave it out for all of them" }]),
  ];
}

/** Each listed class is known, and listed once. */
function once(listed: readonly KeyClass[], known: readonly KeyClass[]): boolean {
  return new Set(listed).size === listed.length && listed.every((keyClass) => known.includes(keyClass));
}
