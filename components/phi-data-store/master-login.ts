import { Secret } from "@pulumi/aws/secretsmanager/secret.js";
import { SecretVersion } from "@pulumi/aws/secretsmanager/secretVersion.js";
import * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { ChosenEngine } from "../lib/database-engine.ts";
import { DATABASE_NAME, MASTER_USER, storeNames } from "../lib/store-names.ts";
import { createRotation } from "./master-rotation.ts";
import type { PhiDataStoreArgs } from "./phi-data-store.ts";
import type { StoreReplication } from "./store-settings.ts";

/** The database as the login sees it, an instance or a cluster. */
export interface LoginTarget {
  readonly address: pulumi.Output<string>;
  /** Secrets that RDS keeps. */
  readonly managedSecrets: pulumi.Output<{ readonly secretArn: string }[]>;
  /** What must exist before somebody can log in. */
  readonly readyAfter: readonly pulumi.Resource[];
}

/** How the master user gets its password. */
export interface MasterLogin {
  /** The first password; undefined where RDS makes and keeps it. */
  readonly password: pulumi.Output<string> | undefined;
  /** ARN of the secret that holds it, once the database exists. */
  readonly secretArn: (database: LoginTarget, engine: ChosenEngine) => pulumi.Output<string>;
}

/**
 * RDS keeps and rotates the password itself, unless the database has replicas: RDS refuses read replicas
 * and global databases where it manages the password (AWS: "Password management with Amazon RDS and AWS
 * Secrets Manager" and the same of Aurora, limitations). Then a secret of ours, with a copy in the recovery region, is rotated by
 * AWS's published function.
 */
export function masterLogin(parent: pulumi.Resource, name: string, args: PhiDataStoreArgs, logRetentionDays: number): MasterLogin {
  const { replication } = args;
  return replication === undefined ? MANAGED_LOGIN : rotatedLogin(parent, name, args, replication, logRetentionDays);
}

const MANAGED_LOGIN: MasterLogin = {
  password: undefined,
  secretArn: ({ managedSecrets }) => managedSecrets.apply((secrets) => secrets[0]?.secretArn ?? ""),
};

function rotatedLogin(parent: pulumi.Resource, name: string, args: PhiDataStoreArgs, replication: StoreReplication, logRetentionDays: number): MasterLogin {
  const { deployment, secretsKeyArn } = args;
  const names = storeNames(deployment);
  const secret = new Secret(`${name}-master`, {
    name: names.masterSecret,
    description: "Master user of the database; people and workloads log in by IAM",
    kmsKeyId: secretsKeyArn,
    recoveryWindowInDays: 30,
    replicas: [{ region: deployment.recoveryRegion, kmsKeyId: replication.secretsKeyArn }],
    tags: classified("secret", { Name: names.masterSecret }),
  }, { parent });
  // Kept with the secret before the database exists, so that an interrupted update goes on with the same one.
  const first = new SecretVersion(`${name}-master-first`, {
    secretId: secret.id, secretString: pulumi.secret(JSON.stringify({ username: MASTER_USER, password: firstPassword() })),
  }, { parent: secret, ignoreChanges: ["secretString"] });
  const password = first.secretString.apply(passwordIn);
  return {
    // The state keeps what a program gives (encrypted): the first rotation, minutes later, makes it worthless.
    password,
    secretArn: ({ address, readyAfter }, { cluster, dialect, port }) => {
      const connection = pulumi.jsonStringify({
        engine: dialect, port, username: MASTER_USER, password, host: address, dbname: DATABASE_NAME, [cluster ? "dbClusterIdentifier" : "dbInstanceIdentifier"]: names.database,
      });
      const complete = new SecretVersion(`${name}-master-connection`, { secretId: secret.id, secretString: pulumi.secret(connection) }, {
        parent: secret, dependsOn: [first, ...readyAfter], ignoreChanges: ["secretString"],
      });
      createRotation(parent, name, args, { replication, secret, readyAfter: [complete], logRetentionDays });
      return secret.arn;
    },
  };
}

/** 192 random bits, in characters that every client and URL takes. */
function firstPassword(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function passwordIn(value: string | undefined): string {
  const { password }: { readonly password: string } = JSON.parse(value ?? '{"password":""}');
  return password;
}
