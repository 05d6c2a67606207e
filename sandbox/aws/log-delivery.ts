import { CloudError } from "../cloud-error.ts";
import { inWordsOf, type Reference } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { textOf } from "../wire.ts";
import { parseArn } from "./arn.ts";
import { byArn, byName } from "./reference-kinds.ts";
import { bucketAnywhere, logGroup } from "./references.ts";

const LOGS = "arn:aws:logs:{region}:{account}";
const MISSING = "ResourceNotFoundException";
const inUse = (what: string): NonNullable<Reference["holds"]> => ({ code: "ConflictException", message: `The delivery ${what} {value} is used by a delivery` });
const source = byName({ types: ["aws:cloudwatch/logDeliverySource:LogDeliverySource"], code: MISSING, message: "Delivery source {value} does not exist.", holds: inUse("source") });
const destination = byArn(["aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination"], { code: MISSING, message: "Delivery destination {value} does not exist.", holds: inUse("destination") });
/** A log group of the region, or a bucket anywhere. */
const target: Reference = {
  types: [],
  code: "ValidationException",
  message: "The destination resource {value} does not exist",
  find: (value, place) => {
    const service = parseArn(value)?.service;
    return service === "logs" ? logGroup.find(value, place) : (service === "s3" ? bucketAnywhere.find(value, place) : "outside");
  },
};
const distribution = byArn(["aws:cloudfront/distribution:Distribution"], { code: MISSING, message: "The resource {value} does not exist" });

/** Delivery of logs by CloudWatch Logs, the second version: a source, a destination and the delivery between them. */
export const logDeliveryModels: ResourceModels = {
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": {
    naming: { input: "name", maxLength: 60 },
    replaceOn: ["logType", "name", "resourceArn"],
    id: "{name}",
    arn: `${LOGS}:delivery-source:{id}`,
    duplicateCode: "ConflictException",
    outputs: ({ inputs }) => ({ service: parseArn(textOf(inputs["resourceArn"]))?.service ?? "" }),
    references: { resourceArn: { ...distribution, find: (value, place) => (parseArn(value)?.service === "cloudfront" ? distribution.find(value, place) : "outside") } },
    validate: ({ inputs, region }) => {
      if (parseArn(textOf(inputs["resourceArn"]))?.service === "cloudfront" && region !== "us-east-1") {
        throw new CloudError("ValidationException", `Delivery sources of CloudFront are made in us-east-1, not ${region}`);
      }
    },
  },
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": {
    naming: { input: "name", maxLength: 60 },
    replaceOn: ["deliveryDestinationType", "name", "outputFormat"],
    id: "{name}",
    arn: `${LOGS}:delivery-destination:{id}`,
    duplicateCode: "ConflictException",
    outputs: ({ inputs }) => ({ deliveryDestinationType: JSON.stringify(inputs["deliveryDestinationConfiguration"] ?? {}).includes(":logs:") ? "CWL" : "S3", outputFormat: "json" }),
    references: { "deliveryDestinationConfiguration.destinationResourceArn": inWordsOf(target, "ValidationException") },
  },
  "aws:cloudwatch/logDelivery:LogDelivery": {
    naming: false,
    replaceOn: ["deliveryDestinationArn", "deliverySourceName"],
    id: "{hex:16}",
    arn: `${LOGS}:delivery:{id}`,
    duplicateCode: "ConflictException",
    uniqueBy: ["deliveryDestinationArn", "deliverySourceName"],
    references: { deliverySourceName: source, deliveryDestinationArn: destination },
  },
};
