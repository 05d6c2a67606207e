import { expect, test } from "vitest";
import { publicAccessPlan } from "../../../components/secure-vpc/public-access-block.ts";

test("lets NAT gateways out and nobody in, but to a public web tier", () => {
  expect(publicAccessPlan(2, ["203.0.113.0/24"])).toEqual({ mode: "block-ingress", excludesPublicSubnets: true });
});

test("leaves no subnet open where nobody may call the web tier", () => {
  expect(publicAccessPlan(2, [])).toEqual({ mode: "block-ingress", excludesPublicSubnets: false });
});

test("lets nothing through the internet gateway where nothing needs it", () => {
  expect(publicAccessPlan(0, [])).toEqual({ mode: "block-bidirectional", excludesPublicSubnets: false });
});
