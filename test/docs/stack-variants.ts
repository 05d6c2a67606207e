import { stackConfig } from "../../docs/generators/recorded-stack.ts";
import type { StackConfig } from "../../stacks/config.ts";
import { changed, parsed, stackFile } from "../stacks/stack-files.ts";

/** Configurations that together make every role there is: the smallest stack, and the largest with all that is optional. */
export const STACK_VARIANTS: Readonly<Record<string, () => StackConfig>> = {
  serverless: () => stackConfig("serverless"),
  "prod with everything optional": () => parsed(changed(stackFile("prod"), {
    account: { breakGlassUserArns: ["arn:aws:iam::123456789012:user/first.last"] },
    "alerts.slack": { channelId: "C0123456789", secretName: "slack-token" },
    "alerts.pagerDuty": { secretName: "pager-key" },
    "database.proxy": true,
    "observability.canary": true,
    "observability.managedGrafana": true,
    site: { domain: "app.example.org", certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012" },
    compliance: { aggregator: "organization", check: { codePath: "test/fixtures/compliance-check" } },
    "delivery.stateBucket": "example-state",
    "delivery.stateKeyAlias": "alias/example-state",
  })),
};
