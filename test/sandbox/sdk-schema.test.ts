import { describe, expect, it } from "vitest";
import { resourceSchema } from "../../sandbox/sdk-schema.ts";

describe("the schema read from the SDK's declarations", () => {
  it("tells inputs that are required, filled by AWS, or set by AWS alone", () => {
    const schema = resourceSchema("aws:ec2/subnet:Subnet");
    expect(schema?.required).toEqual(new Set(["vpcId"]));
    expect(schema?.inputs.has("mapPublicIpOnLaunch")).toBe(true);
    expect(schema?.computedWhenOmitted.has("mapPublicIpOnLaunch")).toBe(false);
    expect(schema?.computedWhenOmitted.get("availabilityZone")).toBe("string");
    expect(schema?.outputOnly.get("arn")).toBe("string");
    expect(schema?.inputs.has("arn")).toBe(false);
  });

  it("reads declarations that span lines", () => {
    expect(resourceSchema("aws:s3/bucket:Bucket")?.outputOnly.get("tagsAll")).toMatch(/^\{\s*\[key: string\]: string;\s*\}$/u);
  });

  it.each(["aws:s3/bukcet:Bucket", "aws:s3/bucket:Bukcet", "no-token"])("does not exist for %s", (token) => {
    expect(resourceSchema(token)).toBeUndefined();
  });
});
