import type { Inventory } from "./inventory.ts";
import type { Properties } from "./wire.ts";

/** The account every sandbox answers for: AWS's own example account, which nobody owns. */
export const ACCOUNT = "123456789012";

/** What a provider instance was configured with. */
export interface ProviderSettings {
  readonly region: string;
  readonly defaultTags: Properties;
  readonly assumeRoleArns: readonly string[];
}

/** What a model may look at to answer for one resource. */
export interface ResourceContext {
  readonly type: string;
  /** The region of this resource: its own `region` input, else the provider's. Empty for global types. */
  readonly region: string;
  readonly inputs: Properties;
  readonly inventory: Inventory;
  /** Deterministic lower-case hex, stable for the same resource; `salt` tells several values apart. */
  hex(length: number, salt?: string): string;
}

/** How the physical name comes about when the program gives none. */
export interface Naming {
  readonly input: string;
  readonly maxLength: number;
  /** @default "-" */
  readonly separator?: string;
  /** @default false */
  readonly lowercase?: boolean;
}

/**
 * What the sandbox must know of a type beyond the SDK's own declarations.
 * Everything is a fact about AWS; nothing may depend on the program under test.
 */
export interface ResourceModel {
  readonly naming?: Naming;
  /** No region: IAM, Route 53, CloudFront. @default false */
  readonly global?: boolean;
  /** The service accepts tags, so the provider's default tags apply. Derived from the SDK's `tagsAll`. */
  readonly defaults?: Properties;
  /** Inputs whose change replaces the resource. */
  readonly replaceOn: readonly string[];
  /** The provider's id. Two live resources of one type, region and id cannot exist. */
  id(context: ResourceContext): string;
  /** Values of output properties that follow from the inputs, filled at `up` (and on read). */
  outputs?(context: ResourceContext & { readonly id: string }): Properties;
  /** Refuses what AWS would refuse, by throwing a CloudError. Runs at create and update, never at preview. */
  validate?(context: ResourceContext): void;
  /** Why AWS would refuse a delete, or undefined. */
  deleteRefusal?(context: ResourceContext & { readonly outputs: Properties }): { readonly code: string; readonly message: string } | undefined;
  /** AWS's error code for a name that is taken. @default "ResourceAlreadyExistsException" */
  readonly duplicateCode?: string;
}
