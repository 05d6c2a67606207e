import type { Problem } from "../lib/problems.ts";
import type { AlertSubscribers } from "./subscribers.ts";

/** The part of the arguments that can be wrong, with what the names are made of. */
export interface AlertSettings {
  readonly subscribers: AlertSubscribers;
  readonly existingTopicArn?: string;
  readonly slack?: { readonly channelId: string; readonly secretName: string };
  readonly pagerDuty?: { readonly secretName: string };
  readonly secretsKeyAlias?: string;
  readonly managedOnly?: boolean;
}

const EMAIL = /^[^\s@"<>]{1,64}@[^\s@"<>]+\.[a-z]{2,}$/iu;
const E164 = /^\+[1-9]\d{6,14}$/u;
const SECRET_NAME = /^[\w/+=.@-]{1,512}$/u;
/** Hosts whose webhook addresses are credentials. */
const CREDENTIAL_HOSTS = ["hooks.slack.com", "events.pagerduty.com", "webhook.office.com"];

/** Everything that is wrong with the way alerts go; the configuration of a stack is checked by the same. */
export function alertProblems(settings: AlertSettings, place: { readonly region: string; readonly accountId: string }): readonly Problem[] {
  const { subscribers, existingTopicArn, slack, pagerDuty, secretsKeyAlias, managedOnly } = settings;
  const hasChat = slack !== undefined || pagerDuty !== undefined;
  return [
    ...subscriberProblems(subscribers),
    ...(existingTopicArn === undefined ? [] : topicProblems(existingTopicArn, place)),
    ...(slack === undefined ? [] : [
      ...secretProblems("slack.secretName", slack.secretName),
      ...(/^[CG][A-Z0-9]{8,}$/u.test(slack.channelId) ? [] : [{
        argument: "slack.channelId", value: slack.channelId, allowed: "the id of a channel begins with C or G and has 9 or more capitals and digits", change: "Copy it from the channel's details in Slack",
      }]),
    ]),
    ...(pagerDuty === undefined ? [] : secretProblems("pagerDuty.secretName", pagerDuty.secretName)),
    ...(managedOnly === true && hasChat ? [{
      argument: "managedOnly", value: true, allowed: "no policy that AWS maintains lets rules call the endpoints of Slack and PagerDuty, and no others", change: "Leave slack and pagerDuty out, or set it to false",
    }] : []),
    ...(!hasChat || secretsKeyAlias !== undefined ? [] : [{
      argument: "secretsKeyAlias", value: null, allowed: "the credentials of Slack and PagerDuty are decrypted with a key that must be named", change: "Give the alias of the key under which the secrets lie",
    }]),
  ];
}

function subscriberProblems({ emails = [], smsNumbers = [], webhooks = [] }: AlertSubscribers): readonly Problem[] {
  const all = [...emails, ...smsNumbers, ...webhooks];
  return [
    ...(all.length > 0 ? [] : [{
      argument: "subscribers", value: {}, allowed: "alerts must reach somebody", change: "Give an e-mail address, a telephone number or a webhook",
    }]),
    ...emails.flatMap((value, index) => (EMAIL.test(value) ? [] : [{ argument: `subscribers.emails[${String(index)}]`, value, allowed: "an e-mail address, such as oncall@example.com", change: "Correct it" }])),
    ...smsNumbers.flatMap((value, index) => (E164.test(value) ? [] : [{
      argument: `subscribers.smsNumbers[${String(index)}]`, value, allowed: "a telephone number in E.164 form, such as +12065550100", change: "Write it with + and the country's code, without spaces",
    }])),
    ...webhooks.flatMap((value, index) => webhookProblems(`subscribers.webhooks[${String(index)}]`, value)),
    ...repeated("subscribers.emails", emails), ...repeated("subscribers.smsNumbers", smsNumbers), ...repeated("subscribers.webhooks", webhooks),
  ];
}

/** The address is shown without what may be secret in it. */
function webhookProblems(argument: string, address: string): readonly Problem[] {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== "https:") {
    return [{ argument, value: url === undefined ? "(no address)" : `${url.protocol}//${url.host}`, allowed: "an address that begins with https://", change: "Give the receiver TLS" }];
  }
  const isCredential = CREDENTIAL_HOSTS.some((host) => url.host === host || url.host.endsWith(`.${host}`)) || url.username !== "" || url.password !== "" || url.search !== "";
  return isCredential ? [{
    argument, value: `https://${url.host}`, allowed: "an address that is no credential: the state and every e-mail of SNS repeat it",
    change: "Use slack or pagerDuty, which read theirs from Secrets Manager; or give an address without user, password and query",
  }] : [];
}

function topicProblems(value: string, { region, accountId }: { readonly region: string; readonly accountId: string }): readonly Problem[] {
  const [, , service, topicRegion, account, name = ""] = value.split(":");
  const fits = service === "sns" && topicRegion === region && account === accountId && /^[\w-]{1,256}$/u.test(name);
  return fits ? [] : [{
    argument: "existingTopicArn", value, allowed: `the ARN of a standard topic in ${region} and in account ${accountId}: alarms and rules publish to no other`, change: "Create such a topic, or leave it out",
  }];
}

function secretProblems(argument: string, value: string): readonly Problem[] {
  return SECRET_NAME.test(value) ? [] : [{ argument, value, allowed: "the name of a secret in Secrets Manager: letters, digits and /_+=.@-, no ARN", change: "Give the secret's name" }];
}

function repeated(argument: string, values: readonly string[]): readonly Problem[] {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  return twice === undefined ? [] : [{ argument, value: argument.endsWith("webhooks") ? "(one address twice)" : twice, allowed: "each once: SNS keeps one subscription for both", change: "Remove one" }];
}
