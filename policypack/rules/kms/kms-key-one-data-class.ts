import { defineStackRule, type JudgedStack, type StackResource } from "../../engine/rule.ts";
import { tagOf } from "../../engine/tags.ts";

/** Properties that name the key of what a resource keeps, alone or in a block; keys of passwords and metrics beside it are of other classes. */
const KEY_PROPERTIES: ReadonlySet<string> = new Set([
  "kmsKeyId", "kmsKeyArn", "kmsKey", "kmsKeyIdentifier", "kmsMasterKeyId", "encryptionKeyArn", "customerEncryptionKeyArn", "encryptAtRest", "encryptionConfig",
  "encryptionConfiguration", "encryptionConfigurations", "encryptionInfo", "encryptionSpecification", "rules", "serverSideEncryption",
  "serverSideEncryptionConfiguration", "serverSideEncryptionConfigurations",
]);
const ENCRYPTION = ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2"];

/** The class a resource is tagged with; the encryption of a bucket has the bucket's. */
function classificationOf(stack: JudgedStack, resource: StackResource): string | undefined {
  const [bucket] = ENCRYPTION.includes(resource.type) ? stack.namedBy(resource, "bucket", "aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2") : [];
  const owner = bucket ?? resource;
  return owner.props.isKnown("tags") || owner.props.isKnown("tagsAll") ? tagOf(owner.props, "DataClassification") : undefined;
}

export const kmsKeyOneDataClass = defineStackRule({
  name: "kms-key-one-data-class",
  description: "A key encrypts data of one class (tag DataClassification), so that the right to read one class never opens another.",
  severity: "high",
  controls: [],
  citations: ["164.308(a)(4)(i)", "164.312(a)(1)", "164.312(a)(2)(iv)"],
  remediation: ["Give each class of data a key of its own."],
  url: "https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-kms-best-practices/introduction.html",
  resources: ["aws:kms/key:Key"],
  check: (stack) => {
    const keys = stack.ofType("aws:kms/key:Key");
    const classesOf = new Map(keys.map(({ urn }) => [urn, new Set<string>()]));
    for (const resource of stack.resources) {
      const given = resource.props.names().filter((name) => KEY_PROPERTIES.has(name) && resource.props.has(name));
      // A value made from several keys does not say which; it does once it is known.
      const named = given.map((property) => stack.namedBy(resource, property, "aws:kms/key:Key")).filter((keysOf) => keysOf.length === 1).flat();
      const classification = named.length === 0 ? undefined : classificationOf(stack, resource);
      if (classification !== undefined) {
        for (const { urn } of named) {
          classesOf.get(urn)?.add(classification);
        }
      }
    }
    return [...classesOf]
      .filter(([, classes]) => classes.size > 1)
      .map(([urn, classes]) => ({ urn, property: "(key)", found: `data of the classes ${[...classes].toSorted().join(", ")}`, required: "data of one class" }));
  },
});
