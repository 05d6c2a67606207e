import type { JudgedResource } from "./rule.ts";

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
