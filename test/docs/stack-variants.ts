import type { PlatformConfig } from "../../stacks/config.ts";
import { changed, parsed, stackFile } from "../stacks/stack-files.ts";

/** Configurations that together make every role there is: as the files have it, and with all that is optional. */
export const STACK_VARIANTS: Readonly<Record<string, () => PlatformConfig>> = {
  dev: () => parsed(stackFile("dev")),
  "prod with everything optional": () => parsed(changed(stackFile("prod"), {
    account: { breakGlassUserArns: ["arn:aws:iam::123456789012:user/first.last"] },
    "alerts.slack": { channelId: "C0123456789", secretName: "slack-token" },
    "alerts.pagerDuty": { secretName: "pager-key" },
    "database.proxy": true,
    compliance: { aggregator: "organization" },
    "delivery.stateBucket": "example-state",
    "delivery.stateKeyAlias": "alias/example-state",
  })),
};
