import type { JudgedResource } from "./rule.ts";
import type { Parameter } from "./settings.ts";

/** Regions in which data may lie, for the rules on residency. */
export const ALLOWED_REGIONS: Parameter = {
  description: "Regions in which resources and copies of data may lie.",
  default: ["us-east-1", "us-east-2", "us-west-1", "us-west-2", "us-gov-east-1", "us-gov-west-1"],
};

/** The region a resource lives in: its own setting, else its provider's; undefined when neither can be read yet. */
export function regionOf({ props, provider }: Pick<JudgedResource, "props" | "provider">): string | undefined {
  const own = props.isKnown("region") ? props.string("region") : undefined;
  return own ?? (provider?.isKnown("region") === true ? provider.string("region") : undefined);
}

/** The region in an ARN; undefined for a service without regions. */
export function regionOfArn(arn: string): string | undefined {
  const region = arn.split(":")[3];
  return arn.startsWith("arn:") && region !== undefined && region !== "" ? region : undefined;
}
