import * as pulumi from "@pulumi/pulumi";
import { refuseProblems } from "../lib/problems.ts";
import type { Deployment } from "../lib/deployment.ts";
import { deliveryNames } from "./delivery-names.ts";
import { deliveryProblems } from "./delivery-problems.ts";
import { createRepositories, createSigningKey } from "./image-repositories.ts";
import { pipelineGuard, pipelineRoles } from "./pipeline-plan.ts";
import { createPipelineRole, createPolicy, createProvider } from "./pipeline-roles.ts";

export interface DeliveryRolesArgs {
  readonly deployment: Deployment;
  /** Repository of GitHub that deploys the stack, `owner/name`. */
  readonly repository: string;
  /**
   * Number that GitHub gave the repository: a repository that takes over a freed name then opens nothing.
   * @default the name alone is compared
   */
  readonly repositoryId?: string;
  /**
   * Branch that images are published and deployments run from.
   * @default "main"
   */
  readonly branch?: string;
  /**
   * GitHub environment of jobs that preview, also those of pull requests; restrict it to the repository's members.
   * @default "preview"
   */
  readonly previewEnvironment?: string;
  /**
   * GitHub environment of jobs that deploy; its reviewers are the manual approval (S1-61).
   * @default "production"
   */
  readonly deployEnvironment?: string;
  /** Images of the stack; each becomes a repository `<prefix>/<image>` in both regions. */
  readonly imageRepositories: string[];
  /**
   * Newest images that each repository keeps, signatures counted, 50 to 1000.
   * @default 200
   */
  readonly keptImages?: number;
  /** Aliases of the keys under which the stack's resources are encrypted; deployments use them through their services only. */
  readonly keyAliases: string[];
  /**
   * Types of the resources that the pipeline deploys, such as `aws:s3/bucket:Bucket`; each has its
   * actions in the table.
   * @default the types that the components of this package register
   */
  readonly resourceTypes?: string[];
  /**
   * Bucket with Pulumi's state (S3-49).
   * @default none: the state is in Pulumi Cloud
   */
  readonly stateBucket?: string;
  /**
   * Alias of the key of the state and its secrets; goes with `stateBucket`.
   * @default none
   */
  readonly stateKeyAlias?: string;
  /**
   * Permissions boundary of the organization, ARN. The pipeline's roles carry it, and every role that
   * the pipeline creates must: give the stack's other roles the same.
   * @default roles that the pipeline creates are bounded by what it may attach and by the policy pack alone
   */
  readonly roleBoundaryArn?: string;
  /**
   * True where the account has GitHub as an identity provider already; AWS takes it once.
   * @default false
   */
  readonly existingProvider?: boolean;
  /**
   * ARN patterns of the principals that may administer the keys; administration never includes use.
   * @default any principal of the account whose IAM policies allow it
   */
  readonly administratorArns?: string[];
  /**
   * Whether only policies that AWS maintains may be attached (S5-09): refused when true, as it has none for this.
   * @default false
   */
  readonly managedOnly?: boolean;
}

/**
 * What a pipeline on GitHub needs to deliver without a stored credential: three roles, image
 * repositories and a signing key.
 *
 * Guarantees: each role is taken with a token that GitHub made for one repository and one place,
 * compared exactly: previews from one environment, images from one branch, deployments from one
 * environment and one branch. Previews read settings and no content. Deployments may do what the
 * registered types take, by name where AWS allows it, and nothing else; no pipeline can change its own
 * rights, create people, hand out administration, end evidence, switch oversight off or work in another
 * region. Images are scanned, encrypted under a key of their own, immutable, kept in both regions, and
 * pushed by the publishing role alone, which alone signs them. Changes of this component are made by a
 * person.
 *
 * Requirement rows: S1-15, S1-59, S1-66, S2-21, S2-22, S2-34, S3-48, S5-10, S5-12, X-02.
 * Upholds 45 CFR 164.308(a)(3)(i), 164.308(a)(4)(ii)(B), 164.308(a)(5)(ii)(B), 164.312(a)(1), 164.312(c)(1), 164.312(d).
 *
 * #### Cost
 * Image key and its replica 2 USD, signing key 1 USD, storage 0.10 USD per GB of images in each region and
 * 0.02 USD per GB that is replicated: about 5 USD a month.
 *
 * @example
 * ```ts
 * new DeliveryRoles("hipaa-prod-delivery", {
 *   deployment, repository: "example-health/platform", imageRepositories: ["patient-service"], keyAliases: [keyAlias("hipaa-prod", "phi-data")],
 * });
 * ```
 */
export class DeliveryRoles extends pulumi.ComponentResource {
  /** Role of jobs that preview. */
  readonly previewRoleArn: pulumi.Output<string>;
  /** Role of jobs that build, sign and push images. */
  readonly publishRoleArn: pulumi.Output<string>;
  /** Role of jobs that deploy. */
  readonly deployRoleArn: pulumi.Output<string>;
  /** Address of each image's repository in the primary region, by image. */
  readonly repositoryUrls: pulumi.Output<Record<string, string>>;
  /** Key that images are signed with; cosign takes `awskms:///<alias>`. */
  readonly signingKeyArn: pulumi.Output<string>;

  constructor(name: string, args: DeliveryRolesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:DeliveryRoles", name, {}, opts);
    const roles = pipelineRoles(args);
    refuseProblems(deliveryProblems(args, roles), this, name);

    const provider = createProvider(this, name, args);
    const guard = createPolicy(this, args.deployment, `${name}-guard`, `${deliveryNames(args.deployment).guarded}-guard`, "What no pipeline may do", pipelineGuard(args));
    const [preview, publish, deploy] = roles.map((plan) => createPipelineRole(this, name, args, plan, guard, provider).arn);
    const repositories = createRepositories(this, name, args);
    this.previewRoleArn = pulumi.output(preview ?? "");
    this.publishRoleArn = pulumi.output(publish ?? "");
    this.deployRoleArn = pulumi.output(deploy ?? "");
    this.repositoryUrls = pulumi.output(Object.fromEntries([...repositories].map(([image, repository]) => [image, repository.repositoryUrl])));
    this.signingKeyArn = createSigningKey(this, name, args).arn;
    this.registerOutputs({
      previewRoleArn: this.previewRoleArn, publishRoleArn: this.publishRoleArn, deployRoleArn: this.deployRoleArn, repositoryUrls: this.repositoryUrls, signingKeyArn: this.signingKeyArn,
    });
  }
}
