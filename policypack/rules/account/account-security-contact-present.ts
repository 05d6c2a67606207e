import { OWNING_STACKS, owns } from "../../engine/account-services.ts";
import { DATA_STORE_TYPES } from "../../engine/data-stores.ts";
import { defineStackRule } from "../../engine/rule.ts";

const CONTACT = "aws:account/alternativeContact:AlternativeContact";

export const accountSecurityContactPresent = defineStackRule({
  name: "account-security-contact-present",
  description: "Among the contacts that AWS has for an account is one for security, to write to when it sees the account misused.",
  severity: "medium",
  citations: ["164.308(a)(2)", "164.308(a)(6)(ii)"],
  controls: [],
  remediation: ['Add an aws.account.AlternativeContact with alternateContactType "SECURITY": a mailbox and a telephone that the security team reads and answers.'],
  url: "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html",
  parameters: OWNING_STACKS,
  resources: [CONTACT, ...DATA_STORE_TYPES],
  check: (stack, settings) => {
    const contacts = stack.ofType(CONTACT);
    const [subject] = contacts.length > 0 ? contacts : stack.resources;
    if (subject === undefined || (contacts.length === 0 && !owns(stack, settings))) {
      return [];
    }
    const isKnown = contacts.some(({ props }) => props.string("alternateContactType") === "SECURITY");
    return isKnown ? [] : [{ urn: subject.urn, property: "(stack)", found: "no contact for security", required: 'an aws.account.AlternativeContact of the type "SECURITY"' }];
  },
});
