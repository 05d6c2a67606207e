import type { AccountBaselineArgs, BreakGlass } from "../../../components/account-baseline/index.ts";
import { MOCK_ACCOUNT } from "../../support/pulumi-mocks.ts";

const key = (name: string): string => `arn:aws:kms:us-east-1:${MOCK_ACCOUNT}:key/${name}`;

/** The least that an account needs. */
export const baselineArguments: AccountBaselineArgs = {
  deployment: { prefix: "hipaa-test", accountId: MOCK_ACCOUNT, region: "us-east-1", recoveryRegion: "us-west-2" },
  dataKeyArn: key("phi"),
};

export const messagesKeyArn = key("messages");

export const breakGlass: BreakGlass = {
  userArns: [`arn:aws:iam::${MOCK_ACCOUNT}:user/first.last`, "arn:aws:iam::444455556666:user/people/second"],
  keyAliases: ["alias/hipaa-test/phi-data", "alias/hipaa-test/secrets"],
};

export const contact = { name: "Platform team", title: "Security Officer", email: "security@example.com", phone: "+1 555 0100" };
