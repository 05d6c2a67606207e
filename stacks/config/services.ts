import { Administration, AggregatorScope } from "../../components/index.ts";
import { anyOf, certificateArn, choice, cidr, domain, group, hostedZoneId, listOf, oneOf, oneOfNumbers, text, url } from "./fields.ts";
import { accessHostOptions, accountOptions, apiOptions, deliveryOptions, detectionOptions, identityOptions, observabilityOptions, ownDomain, siteOptions } from "./options.ts";

const email = text(/^[^\s@]+@[^\s@]+\.[^\s@]+$/u, "an e-mail address", "Give one that a team reads");
const secretName = text(/^[\w/+=.@-]{1,512}$/u, "name of a secret in Secrets Manager", "Give its name, never its value");
const alias = text(/^alias\/\S+$/u, "an alias of KMS, which starts with alias/", "Give the key's alias");

/** Who hears of what happens. */
export const alerts = group({
  emails: listOf(email, "e-mail address", "Somebody has to hear of an alert; each confirms once"),
  smsNumbers: anyOf(text(/^\+[1-9]\d{6,14}$/u, "a telephone number such as +12065550100", "Give it in E.164 form"), "telephone numbers", "Critical alerts only"),
  webhooks: anyOf(url, "addresses", "They confirm the subscription themselves"),
  existingTopicArn: text(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:\S+$/u, "ARN of a topic", "Leave it out for topics of the stack's own (S4-103)").optional(),
  slack: group({ channelId: text(/^[CG][A-Z0-9]{6,}$/u, "id of a channel such as C0123456789", "Take it from the channel's details"), secretName }).optional(),
  pagerDuty: group({ secretName }).optional(),
});

const contact = group({
  name: text(/\S/u, "a name", "Whom AWS asks for"),
  title: text(/\S/u, "a title", "What they do"),
  email,
  phone: text(/^[\s0-9()+-]{1,25}$/u, "a telephone number", "Digits, spaces, (, ), + and -"),
}).optional();

/** What belongs to the account as a whole, once. */
export const account = group({
  managedHere: choice("false where another stack of the account sets its defaults, threat detection and AWS Config", true),
  contacts: group({ security: contact, operations: contact, billing: contact }).prefault({}),
  breakGlassUserArns: anyOf(text(/^arn:aws[a-z-]*:iam::\d{12}:user\/\S+$/u, "ARN of an IAM user", "Each has a second factor"), "users", "Who may reach patients' data in an emergency (S5-11)"),
  ...accountOptions,
}).prefault({});

export const detection = group({
  administration: oneOf([Administration.Account, Administration.Organization], "organization where a delegated administrator owns the services").default(Administration.Account),
  archiveFindings: choice("true keeps findings in a locked bucket beyond GuardDuty's 90 days"),
  ...detectionOptions,
}).prefault({});

/** The check that runs at intervals; its code is built elsewhere, for Node 24. */
const complianceCheck = group({
  codePath: text(/^(?!\/|[A-Za-z]:|(?:.*\/)?\.\.(?:\/|$))[^\s\\](?:[^\\\r\n]*[^\s\\])?$/u, "the path of a folder or a zip archive in the project, such as lambda/compliance-check", "Start from the folder of Pulumi.yaml, without .. and \\"),
  handler: text(/^[\w-][\w./-]*\.[A-Za-z_$][\w$]*$/u, "a file without its ending, a dot and an export, such as index.handler", "Leave it out for index.handler").default("index.handler"),
  everyMinutes: oneOfNumbers([15, 30, 60, 120, 180, 240, 360, 720, 1440], "minutes", "Time between runs; leave it out for every hour (S4-70)").default(60),
  topicKeyAlias: alias.optional(),
});

export const compliance = group({
  aggregator: oneOf([AggregatorScope.None, AggregatorScope.Account, AggregatorScope.Organization], "What AWS Config brings together").default(AggregatorScope.None),
  serviceRoleExists: choice("true where the account has AWS Config's service-linked role already"),
  check: complianceCheck.optional(),
}).prefault({});

/** How people sign in; without it there is no user pool. */
export const identity = group({
  callbackUrls: listOf(text(/^(?:https:\/\/|http:\/\/localhost)\S*$/u, "an address that starts with https://, or http://localhost", "Where sign-in returns to"), "address", "Where sign-in returns to"),
  logoutUrls: anyOf(url, "addresses", "Where sign-out returns to"),
  ...identityOptions,
}).optional();

/** The way in for operators. */
export const accessHost = group({
  enabled: choice("true makes a host that Session Manager reaches"),
  sshCidrs: anyOf(cidr, "IPv4 blocks", "/28 or narrower; none is the better answer (X-03)"),
  ...accessHostOptions,
}).prefault({});

/** Delivery from GitHub; without it there are no roles for pipelines. */
export const delivery = group({
  repository: text(/^[\w.-]+\/[\w.-]+$/u, "a repository such as example-health/platform", "Give owner and name"),
  images: anyOf(text(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/u, "name of an image", "Lower-case letters and digits"), "images", "Each becomes a repository in both regions"),
  stateBucket: text(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u, "name of a bucket", "Where Pulumi keeps its state (S3-49)").optional(),
  stateKeyAlias: alias.optional(),
  ...deliveryOptions,
}).optional();

const country = text(/^[A-Z]{2}$/u, "a country of ISO 3166-1 such as US", "Give two capitals");

/** The API, which exists where people can sign in. */
export const api = group({
  countries: anyOf(country, "countries", "From where requests and sign-ins may come").default(["US"]),
  allowedCidrs: anyOf(cidr, "IPv4 blocks", "Networks that may call; none is everybody with a token"),
  domain: ownDomain,
  ...apiOptions,
}).prefault({});

/** A web application's pages; without it there is no site. */
export const site = group({ domain, certificateArn, hostedZoneId: hostedZoneId.exactOptional(), ...siteOptions }).optional();

export const observability = group({
  runbookUrl: url,
  prometheus: choice("false where nothing is scraped", true),
  managedGrafana: choice("true adds Amazon Managed Grafana, for metrics alone; AWS's agreement does not cover it, so the pack's configuration has to name it (X-14)"),
  canary: choice("true calls the API from outside every five minutes; it needs identity"),
  ...observabilityOptions,
});
