import { arnOf, type Deployment } from "../lib/deployment.ts";

/** Physical names of the pipeline's roles, images and keys; policies are built from them. */
export interface DeliveryNames {
  readonly previewRole: string;
  readonly publishRole: string;
  readonly deployRole: string;
  /** Start of the name of everything that says what the pipeline may do. */
  readonly guarded: string;
  readonly providerArn: string;
  readonly imageKeyAlias: string;
  readonly signingKeyAlias: string;
  /** Repositories are named below it, so that replication takes them and no other. */
  readonly imagePrefix: string;
}

/** Issuer of GitHub Actions' tokens, as its host. */
export const GITHUB_ISSUER = "token.actions.githubusercontent.com";

export function deliveryNames(deployment: Deployment): DeliveryNames {
  const { prefix } = deployment;
  const guarded = `${prefix}-delivery`;
  return {
    guarded,
    previewRole: `${guarded}-preview`,
    publishRole: `${guarded}-publish`,
    deployRole: `${guarded}-deploy`,
    providerArn: arnOf(deployment, "iam", `oidc-provider/${GITHUB_ISSUER}`, ""),
    imageKeyAlias: `alias/${prefix}/images`,
    signingKeyAlias: `alias/${prefix}/image-signing`,
    imagePrefix: `${prefix}/`,
  };
}

export function roleArn(deployment: Deployment, role: string): string {
  return arnOf(deployment, "iam", `role/${role}`, "");
}
