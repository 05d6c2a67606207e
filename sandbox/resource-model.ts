import type { CheckRequest, CheckResult } from "./checked-inputs.ts";
import type { CloudResource, Inventory } from "./inventory.ts";
import type { Reference } from "./references.ts";
import type { ResourceSchema } from "./sdk-schema.ts";
import type { Properties } from "./wire.ts";

/** The account every sandbox answers for: AWS's own example account, which nobody owns. */
export const ACCOUNT = "123456789012";

/** What a provider instance was configured with. */
export interface ProviderSettings {
  /** Where resources lie that name no other place; of a Kubernetes provider, the address of the cluster. */
  readonly region: string;
  readonly defaultTags: Properties;
  readonly assumeRoleArns: readonly string[];
  /** Of a Kubernetes provider: where objects lie that name no namespace. */
  readonly namespace?: string;
}

/** What a model may look at to answer for one resource. */
export interface ResourceContext {
  readonly type: string;
  /** The region of this resource: its own `region` input, else the provider's. Empty for global types. */
  readonly region: string;
  readonly inputs: Properties;
  readonly inventory: Inventory;
  /** The present moment of the fake cloud. */
  readonly now: Date;
  /** Deterministic lower-case hex, stable for the same resource; `salt` tells several values apart. */
  readonly hex: (length: number, salt?: string) => string;
}

/** A resource with its id, whose outputs are asked for. */
export interface OutputContext extends ResourceContext {
  readonly id: string;
  readonly createdAt: Date;
  /** Outputs before an update; undefined at a create. */
  readonly previous: Properties | undefined;
}

/** A resource that exists: the context of its inputs with what AWS gave it. */
export interface LiveContext extends ResourceContext {
  readonly id: string;
  /** Only what AWS computed; the inputs are in `inputs`. */
  readonly outputs: Properties;
  readonly createdAt: Date;
}

/** How the physical name comes about when the program gives none. */
export interface Naming {
  readonly input: string;
  readonly maxLength: number;
  /** @default "-" */
  readonly separator?: string;
  /** @default false */
  readonly lowercase?: boolean;
  /** Text that AWS demands at the start of the name. @default "" */
  readonly prefix?: string;
  /** Input which, when true, makes AWS demand the given ending of the name. */
  readonly suffix?: { readonly when: string; readonly text: string };
}

/** Why AWS would refuse a delete. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** When the lock ends by itself; absent where a person has to lift it. */
  readonly until?: Date;
}

/**
 * What the sandbox must know of a type beyond the SDK's own declarations.
 * Everything is a fact about AWS or Kubernetes; nothing may depend on the program under test.
 */
export interface ResourceModel {
  /** @default a `name` of up to 255 characters, where the SDK has an optional one that AWS requires; `false`: AWS names it. */
  readonly naming?: Naming | false;
  /** No region: IAM, Route 53, CloudFront. @default false */
  readonly global?: boolean;
  /** Values that the provider itself fills into the inputs; those that AWS decides are outputs. */
  readonly defaults?: Properties;
  /** The same for fields of input objects, and of the objects of input lists. */
  readonly defaultsInside?: Readonly<Record<string, Properties>>;
  /** Inputs whose change replaces the resource; `block.field` names one inside an object or a list of objects. */
  readonly replaceOn: readonly string[];
  /** Inputs whose removal alone replaces the resource. */
  readonly replaceWhenRemoved?: readonly string[];
  /** The provider's id: a template (see templates.ts) or a function. Two live resources of one type, region and id cannot exist. */
  readonly id: string | ((context: ResourceContext) => string);
  /** Template of the output `arn`; may use `{id}`. */
  readonly arn?: string;
  /** Values of outputs, filled at `up`. One that the program gave is left out, unless both are objects: then AWS completes it. */
  outputs?(context: OutputContext): Properties;
  /** Fields of input objects that AWS computes, unknown at preview. */
  readonly computedInside?: Readonly<Record<string, readonly string[]>>;
  /** Outputs that an update changes, unknown when an update is previewed. */
  readonly changedByUpdate?: readonly string[];
  /** Inputs that name other resources, by `property`, or `block.field` inside objects and lists of objects. */
  readonly references?: Readonly<Record<string, Reference>>;
  /** Inputs that hold a policy document, with AWS's error code for one it cannot accept. */
  readonly documents?: Readonly<Record<string, string>>;
  /** How the provider's Check completes and refuses inputs, where it is not the AWS provider's. */
  check?(request: CheckRequest, settings: ProviderSettings): CheckResult;
  /** Whether a replacement has its predecessor's name, where the name is no input of its own. */
  keepsName?(olds: Properties, news: Properties): boolean;
  /** What goes with a deleted resource. */
  alsoDeletes?(context: LiveContext): readonly CloudResource[];
  /** Refuses what AWS would refuse, by throwing a CloudError. Runs at create and update, never at preview. */
  validate?(context: ResourceContext): void;
  /** Why AWS would refuse a delete, or undefined. What other resources refer to is refused by itself. */
  deleteRefusal?(context: LiveContext): Refusal | undefined;
  /** Set where AWS keeps a deleted resource for a while; it is then gone for the provider, but its name or id stays taken. */
  deletedUntil?(context: LiveContext): Date | undefined;
  /** AWS's error code for a name that is taken. Absent where AWS makes up the id, so that nothing can collide. */
  readonly duplicateCode?: string;
  /** Inputs that together must be unique in the region, where the id is made up by AWS. */
  readonly uniqueBy?: readonly string[];
  /** The id is unique in the whole account or world, not in its region: S3 bucket names. @default false */
  readonly uniqueEverywhere?: boolean;
}

/** A type as the sandbox knows it: the SDK's declarations and the model beside them. */
export interface KnownType {
  readonly schema: ResourceSchema;
  readonly model: ResourceModel;
}

/** Models by type token. */
export type ResourceModels = Readonly<Record<string, ResourceModel>>;

/** Where models are looked up: a map, or what makes them for whole families of types. */
export interface ModelSource {
  get(type: string): ResourceModel | undefined;
}
