import { describe, expect, it } from "vitest";
import { providerSettings } from "../../sandbox/settings.ts";
import { UNKNOWN } from "../../sandbox/wire.ts";

describe("provider settings", () => {
  it("are read whether nested values come as JSON text, as the SDK sends them, or as values", () => {
    const expected = { region: "us-west-2", defaultTags: { team: "platform" }, assumeRoleArns: ["arn:aws:iam::210987654321:role/deploy"] };
    const roles = [{ roleArn: "arn:aws:iam::210987654321:role/deploy" }, { sessionName: "no role" }];
    expect(providerSettings({ region: "us-west-2", defaultTags: JSON.stringify({ tags: { team: "platform" } }), assumeRoles: JSON.stringify(roles) })).toEqual(expected);
    expect(providerSettings({ region: "us-west-2", defaultTags: { tags: { team: "platform" } }, assumeRoles: roles })).toEqual(expected);
  });

  it("fall back to a region where none is given or known yet", () => {
    expect(providerSettings({})).toEqual({ region: "us-east-1", defaultTags: {}, assumeRoleArns: [] });
    expect(providerSettings({ region: UNKNOWN })).toMatchObject({ region: "us-east-1" });
  });
});
