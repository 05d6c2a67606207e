import { describe, expect, test } from "vitest";
import { RegionFailover, type RegionFailoverArgs } from "../../../components/region-failover/index.ts";
import { record } from "../../support/pulumi-mocks.ts";
import { api, deployment, failoverArguments } from "./failover-arguments.ts";

const REFUSED: readonly (readonly [string, Partial<RegionFailoverArgs>, string])[] = [
  ["a failover to nowhere else", { deployment: { ...deployment, recoveryRegion: "us-east-1" } },
    'deployment.recoveryRegion = "us-east-1": a region other than us-east-1. Choose one far enough not to share its disasters'],
  ["a third region", { activeRegion: "eu-west-1" },
    'activeRegion = "eu-west-1": us-east-1 or us-west-2. Leave it out for us-east-1'],
  ["a zone that is no domain", { zoneName: "internal" },
    'zoneName = "internal": a domain name of two parts or more, in lower case, such as hipaa.internal. Leave it out for the prefix and .internal'],
  ["a zone in capitals", { zoneName: "Hipaa.internal" },
    'zoneName = "Hipaa.internal": a domain name of two parts or more'],
  ["an API without a domain", { api: { ...api, domainName: "api" } },
    'api.domainName = "api": a domain name such as api.example.org. Give the name that clients call'],
  ["a private zone that hides the API", { zoneName: "example.org", api },
    'zoneName = "example.org": not a domain of api.domainName (api.example.org): workloads would look that up in the private zone and find nothing. Choose another, or leave it out'],
];

describe("RegionFailover refuses, before anything is created,", () => {
  test.each(REFUSED)("%s", async (_what, changes, message) => {
    await expect(record(() => new RegionFailover("failover", { ...failoverArguments, ...changes }))).rejects.toThrow(message);
  });

  test("all problems in one message", async () => {
    const args: RegionFailoverArgs = { ...failoverArguments, activeRegion: "eu-west-1", zoneName: "internal" };
    await expect(record(() => new RegionFailover("failover", args))).rejects.toThrow(/^failover: 2 arguments cannot be used; nothing was created\./u);
  });
});
