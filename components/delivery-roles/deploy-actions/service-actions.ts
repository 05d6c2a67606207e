/**
 * What it takes to create, read, change and delete resources of one AWS service: facts about AWS and
 * its Pulumi provider, from the Service Authorization Reference (2026-09) and the provider's own calls.
 */
export interface ServiceActions {
  /** Prefix of the service's actions. */
  readonly service: string;
  /** Parts a service's sections, where some types are held to fewer resources than the rest. @default the service's first */
  readonly section?: string;
  /**
   * Resources that the actions are held to, without `arn:<partition>:`; `{account}` and `{prefix}`
   * are filled in. By name where the service lets us name what it makes, else by account.
   */
  readonly resources: readonly string[];
  /** Those actions that AWS lets no policy hold to a resource. @default none */
  readonly anywhere?: string;
  /**
   * Words by resource type: an action of the service; one of another service as `ec2:DescribeVpcs`;
   * `pass:<principal>` for the right to pass roles of the deployment to that service;
   * `linked:<principal>` for its service-linked role; `key:<service>` for the use of the deployment's
   * keys through that service.
   */
  readonly types: Readonly<Record<string, string>>;
}
