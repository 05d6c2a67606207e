import { describe, expect, test } from "vitest";
import { AccountBaseline, type AccountBaselineArgs } from "../../../components/account-baseline/index.ts";
import { record } from "../../support/pulumi-mocks.ts";
import { baselineArguments, breakGlass, contact, messagesKeyArn } from "./baseline-arguments.ts";

async function refusal(changes: Partial<AccountBaselineArgs>): Promise<string> {
  const made = record(() => new AccountBaseline("account", { ...baselineArguments, ...changes }));
  return await made.then(() => "accepted", (error: unknown) => (error instanceof Error ? error.message : String(error)));
}

describe("what AccountBaseline refuses, before anything is created", () => {
  test.each<[string, Partial<AccountBaselineArgs>, string]>([
    ["a contact without a mailbox", { contacts: { security: { ...contact, email: "nobody" } } }, 'contacts.security.email = "nobody": one mail address. Give a mailbox that is read by more than one person'],
    ["a contact without a name", { contacts: { operations: { ...contact, name: "" } } }, 'contacts.operations.name = "": 1 to 64 characters. Name a person or a team'],
    ["a title that AWS does not take", { contacts: { billing: { ...contact, title: "x".repeat(51) } } }, "contacts.billing.title = "],
    ["a number that nobody can call", { contacts: { billing: { ...contact, phone: "extension 9" } } }, 'contacts.billing.phone = "extension 9": 1 to 25 digits, spaces and ( ) + -. Give a number that is answered, such as +1 555 0100'],
    ["a budget of nothing", { budget: { monthlyUsd: 0 }, messagesKeyArn }, "budget.monthlyUsd = 0: USD a month, more than 0. Give what the account may cost"],
    ["a budget that tells eleven people", { budget: { monthlyUsd: 1, emails: Array.from({ length: 11 }, (_, index) => `p${String(index)}@example.com`) }, messagesKeyArn }, "budget.emails = 11: at most 10 addresses. Use a mailing list"],
    ["a budget that tells nobody's mailbox", { budget: { monthlyUsd: 1, emails: ["team"] }, messagesKeyArn }, 'budget.emails[0] = "team": one mail address. Correct or remove it'],
    ["a budget without a key for its topic", { budget: { monthlyUsd: 1 } }, "messagesKeyArn = null: the topic of warnings is encrypted, and needs a key. Give messagesKeyArn, or alertTopicArn for a topic that exists"],
    ["an emergency that nobody may end", { breakGlass: { ...breakGlass, userArns: [] }, messagesKeyArn }, "breakGlass.userArns = 0: 1 to 10 people. Two are usual, so that one may be away"],
    ["a role in an emergency", { breakGlass: { ...breakGlass, userArns: ["arn:aws:iam::111122223333:role/admin"] }, messagesKeyArn },
      'breakGlass.userArns[0] = "arn:aws:iam::111122223333:role/admin": the ARN of one IAM user: a session of a role carries no second factor on to the next role.'],
    ["everybody in an emergency", { breakGlass: { ...breakGlass, userArns: ["arn:aws:iam::111122223333:user/*"] }, messagesKeyArn }, 'breakGlass.userArns[0] = "arn:aws:iam::111122223333:user/*"'],
    ["every key in an emergency", { breakGlass: { ...breakGlass, keyAliases: ["alias/*"] }, messagesKeyArn }, 'breakGlass.keyAliases[0] = "alias/*": an alias of KMS such as alias/hipaa-dev/phi-data, without patterns.'],
    ["more than a year without use", { unusedAccessDays: 366 }, "unusedAccessDays = 366: IAM Access Analyzer takes whole days from 1 to 365. Leave it out for 90"],
  ])("%s", async (_what, changes, message) => {
    const text = await refusal(changes);
    expect(text).toMatch(/^account: 1 argument cannot be used; nothing was created\.\n/u);
    expect(text).toContain(`  - ${message}`);
  });

  test("says all at once", async () => {
    expect(await refusal({ unusedAccessDays: 0, budget: { monthlyUsd: -1 } })).toMatch(/^account: 3 arguments cannot be used/u);
  });
});
