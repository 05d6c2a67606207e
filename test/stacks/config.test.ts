import { RunError } from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { changed, parsed, problemsOf, type RawConfig, refusalOf, stackFile } from "./stack-files.ts";

const dev = stackFile("dev");
const prod = stackFile("prod");

const WHOLE_GIB = "a whole number of GiB";
const LOCK_MODES = 'one of "GOVERNANCE", "COMPLIANCE". GOVERNANCE can be lifted by an administrator, COMPLIANCE by nobody';
const NODES = "a whole number of nodes from 2 to 450";
const TRUE_OR_FALSE = "true or false. true says that nobody may ever lift the lock";
const LOCK_DAYS = "a whole number of days from 1 to 3650. Give the days for which nobody may delete or overwrite";
const REGION = "an AWS region such as us-east-1, outside China, GovCloud and isolated partitions. Give a region's code";
const MINUTES = "a whole number of minutes from 1 to 10080";
const BLOCK = "an IPv4 block that starts at its own first address, such as 10.0.0.0/16. Give the block in CIDR notation";
const WAIVER = { reason: "Test data only, never a patient's", ticket: "SEC-12", expires: "2030-01-31" };

const GROUP = { name: "reports", instanceTypes: ["m7g.large"], minimum: 0, maximum: 3 };
const AWS_POLICY = "ARN of a policy that AWS maintains and lets roles have, such as arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy, or a list of 1 to 5. iam.managedOnly says which come nearest";
const ENTRY = { name: "team", roleArn: "arn:aws:iam::111122223333:role/team", role: "view" };

const CODE_PATH = "the path of a folder or a zip archive in the project, such as lambda/compliance-check. Start from the folder of Pulumi.yaml, without .. and \\";
const CHECK = { codePath: "test/fixtures/compliance-check" };
const CONTACT = { name: "Security team", title: "Security officer", email: "security@example.org", phone: "+1 206 555 0100" };
const CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/1";

/** A field, a value that it cannot take, and the line of the refusal. */
const MALFORMED: readonly (readonly [field: string, value: unknown, line: string])[] = [
  ["aws:region", "Virginia", `aws:region = "Virginia": ${REGION}`],
  ["aws:region", "us-gov-west-1", `aws:region = "us-gov-west-1": ${REGION}`],
  ["accountId", "1234", 'hipaa-platform:accountId = "1234": the 12 digits of an AWS account, in quotes. Give the account that the stack belongs in, or leave it out for whichever the credentials are of'],
  ["prefix", "Hipaa_Dev", 'hipaa-platform:prefix = "Hipaa_Dev": 3 to 20 of a-z, 0-9 and single -, starting with a letter. Choose the first part of every resource\'s name'],
  ["prefix", "hipaa--dev", 'hipaa-platform:prefix = "hipaa--dev": 3 to 20 of a-z, 0-9 and single -, starting with a letter. Choose the first part of every resource\'s name'],
  ["environment", "prod", 'hipaa-platform:environment = "prod": one of "Production", "Staging", "Development". It becomes the Environment tag (S4-75)'],
  ["owner", "R&D", 'hipaa-platform:owner = "R&D": 2 to 64 letters, digits, spaces and _ . : / = + - @, as AWS takes in tags. Name the team that answers for the stack (S4-77)'],
  ["network.cidr", "10.0.0.1/16", `hipaa-platform:network.cidr = "10.0.0.1/16": ${BLOCK}`],
  ["network.zones", [], 'hipaa-platform:network.zones = []: a list of at least one availability zone. Two zones are the least for high availability'],
  ["network.zones.1", "b", 'hipaa-platform:network.zones[1] = "b": an availability zone such as us-east-1a. Give zones of its region'],
  ["network.natGateways", "one", 'hipaa-platform:network.natGateways = "one": one of "OnePerAz", "Single", "None". OnePerAz survives the loss of a zone'],
  ["network.allowedCidrs", "0.0.0.0/0", 'hipaa-platform:network.allowedCidrs = "0.0.0.0/0": a list of at least one IPv4 block. Who may reach the web tier; 0.0.0.0/0 is everybody'],
  ["network.allowedCidrs.0", "300.0.0.0/8", `hipaa-platform:network.allowedCidrs[0] = "300.0.0.0/8": ${BLOCK}`],
  ["network.podCidr", "100.64.0.1/16", `hipaa-platform:network.podCidr = "100.64.0.1/16": ${BLOCK}`],
  ["network.outboundCidrs", "10.0.0.0/8", 'hipaa-platform:network.outboundCidrs = "10.0.0.0/8": a list of IPv4 blocks, which may be empty. Partners outside AWS that workloads call through NAT'],
  ["network.acls", "yes", 'hipaa-platform:network.acls = "yes": true or false. true adds network ACLs under the security groups (S4-24)'],
  ["network.blockPublicAccess", 1, "hipaa-platform:network.blockPublicAccess = 1: true or false. true for one stack of an account in a region: other networks there lose their internet gateways"],
  ["organizationId", "acme", 'hipaa-platform:organizationId = "acme": an id of AWS Organizations such as o-abcde12345. Give the organization whose accounts may use the endpoints, or leave it out'],
  ["cluster.nodeGroups", [{ ...GROUP, name: "workers" }], 'hipaa-platform:cluster.nodeGroups[0].name = "workers": 1 to 25 of a-z, 0-9 and single -, and not workers. Name the group'],
  ["cluster.nodeGroups", [{ ...GROUP, minimum: -1 }], "hipaa-platform:cluster.nodeGroups[0].minimum = -1: a whole number of nodes from 0 to 450. 0 where the group may be empty"],
  ["cluster.nodeGroups", [{ ...GROUP, maximum: 0 }], "hipaa-platform:cluster.nodeGroups[0].maximum = 0: a whole number of nodes from 1 to 450. Not below minimum"],
  ["cluster.nodeGroups", [{ ...GROUP, spot: "yes" }], 'hipaa-platform:cluster.nodeGroups[0].spot = "yes": true or false. true for a group whose pods may be lost at any moment; it needs a taint'],
  ["cluster.nodeGroups", [{ ...GROUP, taints: [{ key: "", effect: "NO_SCHEDULE" }] }], 'hipaa-platform:cluster.nodeGroups[0].taints[0].key = "": a key of Kubernetes. Give the key that pods tolerate'],
  ["cluster.access", [{ ...ENTRY, roleArn: "arn:aws:iam::111122223333:user/eve" }], 'hipaa-platform:cluster.access[0].roleArn = "arn:aws:iam::111122223333:user/eve": ARN of an IAM role. Users have credentials that do not expire; give a role'],
  ["cluster.access", [{ ...ENTRY, role: "admin" }], 'hipaa-platform:cluster.access[0].role = "admin": one of "view", "edit", "namespace-admin". Nobody is administrator of the whole cluster'],
  ["database.engine", "oracle", 'hipaa-platform:database.engine = "oracle": one of "postgres", "mysql", "aurora-postgresql". Only its own port is opened (X-06); warmStandby needs aurora-postgresql'],
  ["database.proxy", "on", 'hipaa-platform:database.proxy = "on": true or false. true puts RDS Proxy before the database'],
  ["cluster.version", 1.35, 'hipaa-platform:cluster.version = 1.35: one of "1.34", "1.35", "1.36". These are in EKS standard support and have pinned add-ons; put the version in quotes'],
  ["cluster.nodes.instanceTypes", [], "hipaa-platform:cluster.nodes.instanceTypes = []: a list of at least one instance type, at most 20. Give types of EC2"],
  ["network.allowedCidrs", "", 'hipaa-platform:network.allowedCidrs = "": a list of at least one IPv4 block. Who may reach the web tier; 0.0.0.0/0 is everybody'],
  ["cluster.nodes.instanceTypes.0", "large", 'hipaa-platform:cluster.nodes.instanceTypes[0] = "large": an instance type such as m7i.large. Give types of EC2'],
  ["cluster.nodes.minimum", 1, `hipaa-platform:cluster.nodes.minimum = 1: ${NODES}. Two nodes, so that one may fail`],
  ["cluster.nodes.desired", 2.5, `hipaa-platform:cluster.nodes.desired = 2.5: ${NODES}. Between minimum and maximum`],
  ["cluster.nodes.maximum", 451, `hipaa-platform:cluster.nodes.maximum = 451: ${NODES}. Not below desired`],
  ["cluster.nodes.diskGiB", -0.5, `hipaa-platform:cluster.nodes.diskGiB = -0.5: ${WHOLE_GIB} from 20 to 1000. Images and logs need at least 20`],
  ["database.instanceClass", "db.t4g.micro", 'hipaa-platform:database.instanceClass = "db.t4g.micro": an RDS class such as db.m7g.large, medium or larger. Give a class of RDS for PostgreSQL; db.t4g.medium where cost decides'],
  ["database.storageGiB", 19, `hipaa-platform:database.storageGiB = 19: ${WHOLE_GIB} from 20 to 59578. gp3 starts at 20, and it must have room to grow to 65536; of Aurora what its cost is estimated with`],
  ["database.maximumStorageGiB", "100", `hipaa-platform:database.maximumStorageGiB = "100": ${WHOLE_GIB} from 20 to 65536. Storage grows by itself up to this; at least a tenth above storageGiB`],
  ["phiBucket.objectLock.mode", "governance", `hipaa-platform:phiBucket.objectLock.mode = "governance": ${LOCK_MODES}`],
  ["phiBucket.objectLock.days", 0, `hipaa-platform:phiBucket.objectLock.days = 0: ${LOCK_DAYS}`],
  ["phiBucket.objectLock.confirmCompliance", "yes", `hipaa-platform:phiBucket.objectLock.confirmCompliance = "yes": ${TRUE_OR_FALSE}`],
  ["audit.retentionDays", 364, "hipaa-platform:audit.retentionDays = 364: a whole number of days from 365 to 36500. 365 is the documents' figure (S4-34); six years are 2192"],
  ["audit.logReaderRoleArns", ["auditor"], 'hipaa-platform:audit.logReaderRoleArns[0] = "auditor": the ARN of an IAM role. Name the role that auditors take'],
  ["audit.archiveAfterDays", 29, "hipaa-platform:audit.archiveAfterDays = 29: a whole number of days from 30 to 3650. 90 is the documents' figure (S4-33)"],
  ["audit.objectLock.mode", null, `hipaa-platform:audit.objectLock.mode = null: ${LOCK_MODES}`],
  ["audit.objectLock.days", 3651, `hipaa-platform:audit.objectLock.days = 3651: ${LOCK_DAYS}`],
  ["audit.objectLock.confirmCompliance", 1, `hipaa-platform:audit.objectLock.confirmCompliance = 1: ${TRUE_OR_FALSE}`],
  ["audit.trailToCloudWatch", "on", 'hipaa-platform:audit.trailToCloudWatch = "on": true or false. false saves the stream and loses its alarms (S4-31)'],
  ["audit.organizationId", "acme", 'hipaa-platform:audit.organizationId = "acme": an id of AWS Organizations such as o-abcde12345. For a trail of all accounts, in the management account, which owns it; else leave it out (S1-29)'],
  ["backup.airGapped", { retentionDays: 6, confirmCompliance: true }, "hipaa-platform:backup.airGapped.retentionDays = 6: a whole number of days from 7 to 36500. Daily copies out of reach of whoever holds the account; nobody deletes them earlier"],
  ["iam", { managedOnly: "yes" }, 'hipaa-platform:iam.managedOnly = "yes": true or false. true refuses every policy that AWS does not maintain (S5-09), and lists them'],
  ["iam", { managedOnly: true, widerPolicies: { logs: "CloudWatchLogsFullAccess" } }, `hipaa-platform:iam.widerPolicies.logs = "CloudWatchLogsFullAccess": ${AWS_POLICY}`],
  ["iam", { managedOnly: true, widerPolicies: { logs: "arn:aws:iam::111122223333:policy/own" } }, `hipaa-platform:iam.widerPolicies.logs = "arn:aws:iam::111122223333:policy/own": ${AWS_POLICY}`],
  ["iam", { managedOnly: true, widerPolicies: { logs: "arn:aws:iam::aws:policy/aws-service-role/x" } }, `hipaa-platform:iam.widerPolicies.logs = "arn:aws:iam::aws:policy/aws-service-role/x": ${AWS_POLICY}`],
  ["iam", { managedOnly: true, widerPolicies: { logs: [] } }, `hipaa-platform:iam.widerPolicies.logs = []: ${AWS_POLICY}`],
  ["iam", { managedOnly: true, widerPolicies: { logs: ["arn:aws:iam::aws:policy/A", "arn:aws:iam::aws:policy/A"] } }, `hipaa-platform:iam.widerPolicies.logs = ["arn:aws:iam::aws:policy/A","arn:aws:iam::aws:policy/A"]: ${AWS_POLICY}`],
  ["iam", { managedOnly: true, widerPolicies: "all" }, 'hipaa-platform:iam.widerPolicies = "all": a group with ARNs of AWS\'s policies by the name of the policy whose place they take, which may be empty. Give names as iam.managedOnly lists them'],
  ["audit.retentionWaiver", { ...WAIVER, reason: "cheaper" }, 'hipaa-platform:audit.retentionWaiver.reason = "cheaper": a sentence of at least 10 characters. Say why the deployment must differ'],
  ["audit.retentionWaiver", { ...WAIVER, ticket: " " }, 'hipaa-platform:audit.retentionWaiver.ticket = " ": the reference of the decision. Give the ticket in which it was approved'],
  ["audit.retentionWaiver", { ...WAIVER, expires: "2030-02-30" }, 'hipaa-platform:audit.retentionWaiver.expires = "2030-02-30": a date such as 2027-01-31. Give the last day on which it holds'],
  ["logs.retentionDays", 366, "hipaa-platform:logs.retentionDays = 366: one of 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days, the terms of CloudWatch Logs from a year on. 365 is the documents' figure (S4-102); evidence outside Development is kept for six years, 2192"],
  ["backup.lock.mode", "NONE", `hipaa-platform:backup.lock.mode = "NONE": ${LOCK_MODES}`],
  ["backup.lock.minimumDays", 6, "hipaa-platform:backup.lock.minimumDays = 6: a whole number of days from 7 to 35. No recovery point can be deleted earlier; continuous backups live 35 days"],
  ["backup.lock.minimumDays", 36, "hipaa-platform:backup.lock.minimumDays = 36: a whole number of days from 7 to 35. No recovery point can be deleted earlier; continuous backups live 35 days"],
  ["backup.lock.maximumDays", 36_501, "hipaa-platform:backup.lock.maximumDays = 36501: a whole number of days from 90 to 36500. Not shorter than monthlyRetentionDays"],
  ["backup.lock.confirmCompliance", "true", `hipaa-platform:backup.lock.confirmCompliance = "true": ${TRUE_OR_FALSE}`],
  ["backup.everyHours", 5, "hipaa-platform:backup.everyHours = 5: one of 1, 2, 3, 4, 6, 8, 12, 24 hours. Time between backups that are copied to dr.region; it must divide a day"],
  ["backup.monthlyRetentionDays", 89, "hipaa-platform:backup.monthlyRetentionDays = 89: a whole number of days from 90 to 36500. Monthly recovery points, copied to dr.region"],
  ["dr.region", "cn-north-1", `hipaa-platform:dr.region = "cn-north-1": ${REGION}`],
  ["dr", "us-west-2", 'hipaa-platform:dr = "us-west-2": a group with the fields region, mode, rpoMinutes, rtoMinutes, network, activeRegion. See Pulumi.dev.yaml for an example'],
  ["dr.mode", "hot", 'hipaa-platform:dr.mode = "hot": one of "backup", "pilotLight", "warmStandby". What stands ready in dr.region; only replicas meet minutes'],
  ["dr.rpoMinutes", 0, `hipaa-platform:dr.rpoMinutes = 0: ${MINUTES}. The most data that may be lost with the region`],
  ["dr.rtoMinutes", "1h", `hipaa-platform:dr.rtoMinutes = "1h": ${MINUTES}. The longest the platform may be away when the region is lost`],
  ["dr.network", { cidr: "10.1.0.1/16", zones: ["us-west-2a", "us-west-2b"] }, `hipaa-platform:dr.network.cidr = "10.1.0.1/16": ${BLOCK}`],
  ["dr.network", { cidr: "10.1.0.0/16", zones: ["a"] }, 'hipaa-platform:dr.network.zones[0] = "a": an availability zone such as us-east-1a. Give zones of its region'],
  ["dr.activeRegion", "west", `hipaa-platform:dr.activeRegion = "west": ${REGION}`],
  ["alerts.emails", [], "hipaa-platform:alerts.emails = []: a list of at least one e-mail address. Somebody has to hear of an alert; each confirms once"],
  ["alerts.emails.0", "security", 'hipaa-platform:alerts.emails[0] = "security": an e-mail address. Give one that a team reads'],
  ["alerts.smsNumbers", ["555-0100"], 'hipaa-platform:alerts.smsNumbers[0] = "555-0100": a telephone number such as +12065550100. Give it in E.164 form'],
  ["alerts.webhooks", ["http://example.org"], 'hipaa-platform:alerts.webhooks[0] = "http://example.org": an address that starts with https://. Give the whole address'],
  ["alerts.existingTopicArn", "alerts", 'hipaa-platform:alerts.existingTopicArn = "alerts": ARN of a topic. Leave it out for topics of the stack\'s own (S4-103)'],
  ["alerts.slack", { channelId: "#alerts", secretName: "slack" }, 'hipaa-platform:alerts.slack.channelId = "#alerts": id of a channel such as C0123456789. Take it from the channel\'s details'],
  ["alerts.pagerDuty", { secretName: "a b" }, 'hipaa-platform:alerts.pagerDuty.secretName = "a b": name of a secret in Secrets Manager. Give its name, never its value'],
  ["account", { managedHere: "no" }, 'hipaa-platform:account.managedHere = "no": true or false. false where another stack of the account sets its defaults, threat detection and AWS Config'],
  ["account", { contacts: { security: { ...CONTACT, email: "nobody" } } }, 'hipaa-platform:account.contacts.security.email = "nobody": an e-mail address. Give one that a team reads'],
  ["account", { breakGlassUserArns: ["eve"] }, 'hipaa-platform:account.breakGlassUserArns[0] = "eve": ARN of an IAM user. Each has a second factor'],
  ["detection", { administration: "me" }, 'hipaa-platform:detection.administration = "me": one of "account", "organization". organization where a delegated administrator owns the services'],
  ["detection", { archiveFindings: 1 }, "hipaa-platform:detection.archiveFindings = 1: true or false. true keeps findings in a locked bucket beyond GuardDuty's 90 days"],
  ["compliance", { aggregator: "all" }, 'hipaa-platform:compliance.aggregator = "all": one of "none", "account", "organization". What AWS Config brings together'],
  ["compliance", { check: { codePath: "../check" } }, `hipaa-platform:compliance.check.codePath = "../check": ${CODE_PATH}`],
  ["compliance", { check: { codePath: "lambda/../../check" } }, `hipaa-platform:compliance.check.codePath = "lambda/../../check": ${CODE_PATH}`],
  ["compliance", { check: { codePath: "/srv/check.zip" } }, `hipaa-platform:compliance.check.codePath = "/srv/check.zip": ${CODE_PATH}`],
  ["compliance", { check: {} }, `hipaa-platform:compliance.check.codePath = (missing): ${CODE_PATH}`],
  ["compliance", { check: { ...CHECK, handler: "index" } }, 'hipaa-platform:compliance.check.handler = "index": a file without its ending, a dot and an export, such as index.handler. Leave it out for index.handler'],
  ["compliance", { check: { ...CHECK, everyMinutes: 5 } }, "hipaa-platform:compliance.check.everyMinutes = 5: one of 15, 30, 60, 120, 180, 240, 360, 720, 1440 minutes. Time between runs; leave it out for every hour (S4-70)"],
  ["compliance", { check: { ...CHECK, topicKeyAlias: "clinic" } }, 'hipaa-platform:compliance.check.topicKeyAlias = "clinic": an alias of KMS, which starts with alias/. Give the key\'s alias'],
  ["observability.runbookUrl", "runbooks", 'hipaa-platform:observability.runbookUrl = "runbooks": an address that starts with https://. Give the whole address'],
  ["observability.managedGrafana", "yes", 'hipaa-platform:observability.managedGrafana = "yes": true or false. true adds Amazon Managed Grafana, for metrics alone; AWS\'s agreement does not cover it, so the pack\'s configuration has to name it (X-14)'],
  ["identity.callbackUrls", ["http://example.org"], 'hipaa-platform:identity.callbackUrls[0] = "http://example.org": an address that starts with https://, or http://localhost. Where sign-in returns to'],
  ["api", { countries: ["usa"] }, 'hipaa-platform:api.countries[0] = "usa": a country of ISO 3166-1 such as US. Give two capitals'],
  ["api", { domain: { name: "API", certificateArn: CERTIFICATE } }, 'hipaa-platform:api.domain.name = "API": a domain name such as api.example.org. Give it in lower case'],
  ["site", { domain: "app.example.org", certificateArn: "mine" }, 'hipaa-platform:site.certificateArn = "mine": ARN of a certificate of ACM. Request one for the domain'],
  ["site", { domain: "app.example.org", certificateArn: CERTIFICATE, hostedZoneId: "zone" }, 'hipaa-platform:site.hostedZoneId = "zone": id of a Route 53 zone. Leave it out to point the domain yourself'],
  ["accessHost.enabled", "yes", 'hipaa-platform:accessHost.enabled = "yes": true or false. true makes a host that Session Manager reaches'],
  ["delivery.repository", "platform", 'hipaa-platform:delivery.repository = "platform": a repository such as example-health/platform. Give owner and name'],
  ["delivery.images", ["Patient Service"], 'hipaa-platform:delivery.images[0] = "Patient Service": name of an image. Lower-case letters and digits'],
  ["budget", { monthlyUsd: 0 }, "hipaa-platform:budget.monthlyUsd = 0: a whole number of USD from 1 to 10000000. A preview that costs more is refused"],
  ["load", { phiGB: -1 }, "hipaa-platform:load.phiGB = -1: a number of GB from 0 to 10000000. Objects in the PHI bucket"],
  ["load", { tableMillionWrites: "10" }, 'hipaa-platform:load.tableMillionWrites = "10": a number of millions from 0 to 1000000. Writes to the table each month'],
  ["load", { grafanaEditors: -1 }, "hipaa-platform:load.grafanaEditors = -1: a number of people from 0 to 1000000000. Who changes dashboards in Managed Grafana each month"],
  ["load", { grafanaViewers: -1 }, "hipaa-platform:load.grafanaViewers = -1: a number of people from 0 to 1000000000. Who looks at them each month"],
  ["load", { monthlyUsers: -5 }, "hipaa-platform:load.monthlyUsers = -5: a number of users from 0 to 1000000000. People who sign in each month"],
];

describe("a malformed field", () => {
  test.each(MALFORMED)("%s = %j is refused in one line", (field, value, line) => {
    expect(refusalOf(changed(dev, { [field]: value }))).toBe(`Pulumi.dev.yaml: 1 value cannot be used; nothing was created.\n  - ${line}`);
  });

  test("is tried for every field that the file of a stack may have", () => {
    const fields = [...leaves(dev), ...["phiBucket.objectLock", "audit.objectLock", "backup.lock"].map((lock) => `${lock}.confirmCompliance`)];
    const tried = new Set(MALFORMED.map(([field]) => field));
    expect(fields.filter((field) => !tried.has(field))).toEqual([]);
  });

  test("that is missing is shown as missing, with what it takes", () => {
    for (const field of leaves(dev).filter((name) => !/\.\d+$/u.test(name) && !OPTIONAL.has(name))) {
      const [line, ...others] = problemsOf(changed(dev, { [field]: undefined }));
      expect(line).toContain(`${field === "aws:region" ? "" : "hipaa-platform:"}${field} = (missing): `);
      expect(others).toEqual([]);
    }
  });
});

test("an empty file lacks every group, each named once", () => {
  expect(problemsOf({}).map((line) => line.slice(0, line.indexOf(":", line.indexOf(" = "))))).toEqual([
    "aws:region = (missing)", ...["prefix", "environment", "owner", "network", "cluster", "database", "phiBucket", "audit", "logs", "backup", "dr", "alerts", "observability"].map((name) => `hipaa-platform:${name} = (missing)`),
  ]);
  expect(problemsOf({})).toContain("hipaa-platform:network = (missing): a group with the fields cidr, zones, natGateways, allowedCidrs, podCidr, outboundCidrs, acls, blockPublicAccess, publicCidrs, privateCidrs, isolatedCidrs, additionalEndpoints. See Pulumi.dev.yaml for an example");
});

describe("a name that is no field", () => {
  test("is refused in a group, with the fields that the group takes; its value is not repeated", () => {
    expect(problemsOf(changed(dev, { "network.natGateway": "Single", "network.vpcId": "vpc-1" }))).toEqual([
      "hipaa-platform:network.natGateway = (not a field): network takes cidr, zones, natGateways, allowedCidrs, podCidr, outboundCidrs, acls, blockPublicAccess, publicCidrs, privateCidrs, isolatedCidrs, additionalEndpoints. Correct the name, or remove it",
      "hipaa-platform:network.vpcId = (not a field): network takes cidr, zones, natGateways, allowedCidrs, podCidr, outboundCidrs, acls, blockPublicAccess, publicCidrs, privateCidrs, isolatedCidrs, additionalEndpoints. Correct the name, or remove it",
    ]);
    expect(problemsOf(changed(dev, { "audit.objectLock.password": "hunter2" })).join()).not.toContain("hunter2");
  });

  test("is refused at the top, with the fields of a stack", () => {
    expect(problemsOf({ ...dev, netwrok: {} })).toEqual([
      "hipaa-platform:netwrok = (not a field): a stack takes aws:region, accountId, prefix, environment, owner, profile, network, organizationId, cluster, database, keys, phiBucket, audit, logs, backup, dr, alerts, account, detection, compliance, observability, identity, clientSecrets, api, site, accessHost, delivery, iam, load, budget. Correct the name, or remove it",
    ]);
  });

  test("cannot break the message into more lines", () => {
    expect(problemsOf({ ...dev, "x\n  - y": 1 })).toEqual([expect.stringContaining(String.raw`hipaa-platform:"x\n  - y" = (not a field)`)]);
  });
});

describe("a refusal", () => {
  test("has every problem, malformed fields and contradictions alike, once each", () => {
    const raw = changed(dev, {
      "owner": "x", "aws:region": "eu-west-1", "dr.region": "eu-west-1", "network.zones": ["eu-west-1a", "us-east-1b"],
      "cluster.nodes.desired": 9, "backup.everyHours": 7, "logs": undefined,
    });
    expect(refusalOf(raw)?.split("\n")[0]).toBe("Pulumi.dev.yaml: 6 values cannot be used; nothing was created.");
    expect(problemsOf(raw).map((line) => line.split(" = ")[0])).toEqual([
      "hipaa-platform:owner", "hipaa-platform:logs", "hipaa-platform:backup.everyHours",
      "hipaa-platform:dr.region", "hipaa-platform:network.zones[1]", "hipaa-platform:cluster.nodes.desired",
    ]);
  });

  test("shortens what is long, and never repeats a secret", () => {
    const [long] = problemsOf(changed(dev, { owner: "x".repeat(200) }));
    expect(long).toContain(`owner = "${"x".repeat(99)}...: 2 to 64`);
    expect(problemsOf(changed(dev, { owner: "hunter2!", dr: "hunter2!" }), { secrets: new Set(["owner", "dr"]) })).toEqual([
      expect.stringContaining("hipaa-platform:owner = (secret): 2 to 64"), expect.stringContaining("hipaa-platform:dr = (secret): a group"),
    ]);
    expect(problemsOf(changed(dev, { "dr.region": "hunter2!" }), { secrets: new Set(["dr"]) })).toEqual([expect.stringContaining("hipaa-platform:dr.region = (secret): an AWS region")]);
  });

  test("is an error that Pulumi shows without a stack trace", () => {
    expect(() => parsed({})).toThrow(RunError);
  });
});

describe("the assumed load", () => {
  test("is the reference load where the file says nothing, and the file's where it does", () => {
    expect(parsed(dev).load).toMatchObject({ phiGB: 500, tableMillionWrites: 10 });
    expect(parsed(changed(dev, { load: { phiGB: 0.5 } })).load).toMatchObject({ phiGB: 0.5, tableMillionWrites: 10 });
  });
});

describe("the stacks of this project", () => {
  test.each([["dev", dev], ["prod", prod]])("%s is accepted as it is, with what it leaves out filled in", (_stack, raw) => {
    const config = parsed(raw);
    expect(config).toMatchObject(raw);
    expect(config.network).toMatchObject({ podCidr: "100.64.0.0/16", outboundCidrs: [], acls: false, blockPublicAccess: false });
    expect(config.cluster).toMatchObject({ nodeGroups: [], access: [] });
    expect(config.database).toMatchObject({ engine: "postgres", proxy: false });
    expect(config.phiBucket.objectLock.confirmCompliance).toBe(false);
  });
});

/** Fields of the file that may be left out. */
const OPTIONAL: ReadonlySet<string> = new Set(["accessHost.enabled", "delivery.images"]);

/** Paths of all values that are no groups; items of lists by their number. */
function leaves(raw: RawConfig): readonly string[] {
  const within = (value: unknown, path: string): readonly string[] => {
    if (typeof value !== "object" || value === null) {
      return [path];
    }
    const below = Object.entries(value).flatMap(([name, member]) => within(member, path === "" ? name : `${path}.${name}`));
    return Array.isArray(value) ? [path] : below;
  };
  return within(raw, "");
}
