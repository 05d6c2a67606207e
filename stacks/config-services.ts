import { Administration, AggregatorScope } from "../components/index.ts";
import { anyOf, choice, cidr, group, listOf, oneOf, text } from "./config-fields.ts";

const email = text(/^[^\s@]+@[^\s@]+\.[^\s@]+$/u, "an e-mail address", "Give one that a team reads");
const url = text(/^https:\/\/\S+$/u, "an address that starts with https://", "Give the whole address");
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
}).prefault({});

export const detection = group({
  administration: oneOf([Administration.Account, Administration.Organization], "organization where a delegated administrator owns the services").default(Administration.Account),
  archiveFindings: choice("true keeps findings in a locked bucket beyond GuardDuty's 90 days"),
}).prefault({});

export const compliance = group({
  aggregator: oneOf([AggregatorScope.None, AggregatorScope.Account, AggregatorScope.Organization], "What AWS Config brings together").default(AggregatorScope.None),
  serviceRoleExists: choice("true where the account has AWS Config's service-linked role already"),
}).prefault({});

/** How people sign in; without it there is no user pool. */
export const identity = group({
  callbackUrls: listOf(text(/^(?:https:\/\/|http:\/\/localhost)\S*$/u, "an address that starts with https://, or http://localhost", "Where sign-in returns to"), "address", "Where sign-in returns to"),
  logoutUrls: anyOf(url, "addresses", "Where sign-out returns to"),
}).optional();

/** The way in for operators. */
export const accessHost = group({
  enabled: choice("true makes a host that Session Manager reaches"),
  sshCidrs: anyOf(cidr, "IPv4 blocks", "/28 or narrower; none is the better answer (X-03)"),
}).prefault({});

/** Delivery from GitHub; without it there are no roles for pipelines. */
export const delivery = group({
  repository: text(/^[\w.-]+\/[\w.-]+$/u, "a repository such as example-health/platform", "Give owner and name"),
  images: anyOf(text(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/u, "name of an image", "Lower-case letters and digits"), "images", "Each becomes a repository in both regions"),
  stateBucket: text(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u, "name of a bucket", "Where Pulumi keeps its state (S3-49)").optional(),
  stateKeyAlias: alias.optional(),
}).optional();

const country = text(/^[A-Z]{2}$/u, "a country of ISO 3166-1 such as US", "Give two capitals");
const domain = text(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u, "a domain name such as api.example.org", "Give it in lower case");
const certificateArn = text(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/\S+$/u, "ARN of a certificate of ACM", "Request one for the domain");
const hostedZoneId = text(/^Z[A-Z0-9]{4,31}$/u, "id of a Route 53 zone", "Leave it out to point the domain yourself");

/** The API, which exists where people can sign in. */
export const api = group({
  countries: anyOf(country, "countries", "From where requests and sign-ins may come").default(["US"]),
  allowedCidrs: anyOf(cidr, "IPv4 blocks", "Networks that may call; none is everybody with a token"),
  domain: group({ name: domain, certificateArn, hostedZoneId: hostedZoneId.optional() }).optional(),
}).prefault({});

/** A web application's pages; without it there is no site. */
export const site = group({ domain, certificateArn, hostedZoneId: hostedZoneId.optional() }).optional();

export const observability = group({
  runbookUrl: url,
  prometheus: choice("false where nothing is scraped", true),
  canary: choice("true calls the API from outside every five minutes; it needs identity"),
});
