import { CloudError } from "../cloud-error.ts";
import { inWordsOf, type Reference } from "../references.ts";
import type { ResourceContext, ResourceModels } from "../resource-model.ts";
import { parseArn } from "./arn.ts";
import { kmsKey, lambdaFunction, logGroup, queueArn, role, topic } from "./references.ts";
import { byName } from "./reference-kinds.ts";
import { isProperties, textOf } from "../wire.ts";

const LOGS = "arn:aws:logs:{region}:{account}";
const EVENTS = "arn:aws:events:{region}:{account}";
const RETENTION_DAYS = [0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

const eventBus = byName({ types: ["aws:cloudwatch/eventBus:EventBus"], code: "ResourceNotFoundException", message: "Event bus {value} does not exist.", provided: /^default$/u });
/** A rule's id carries its bus, unless that is the default one. */
const eventRule: Reference = {
  types: ["aws:cloudwatch/eventRule:EventRule"],
  code: "ResourceNotFoundException",
  message: "Rule {value} does not exist on EventBus default.",
  find: (value, { region, inventory }) => inventory.ofType("aws:cloudwatch/eventRule:EventRule").find((found) => found.region === region && found.inputs["name"] === value),
  holds: { code: "ValidationException", message: "Rule can't be deleted since it has targets." },
};
/** A bus in any region; destinations and connections are not looked up. */
const eventBusTarget: Reference = { ...eventBus, find: (value, place) => (parseArn(value)?.resource.startsWith("event-bus/") === true ? eventBus.find(value, place) : "outside") };
/** Topics, queues, functions, roles' targets and the like; only what this sandbox can own is looked up. */
const target: Reference = {
  types: [],
  code: "ResourceNotFoundException",
  message: "The target {value} does not exist",
  find: (value, place) => {
    const arn = parseArn(value);
    const kind = { sns: topic, sqs: queueArn, lambda: lambdaFunction, logs: logGroup, events: eventBusTarget }[arn?.service ?? ""];
    return kind === undefined ? "outside" : kind.find(value, arn === undefined ? place : { ...place, region: arn.region });
  },
};

export const cloudwatchModels: ResourceModels = {
  "aws:cloudwatch/logGroup:LogGroup": {
    naming: { input: "name", maxLength: 512 },
    replaceOn: ["name", "namePrefix", "logGroupClass"],
    defaults: { retentionInDays: 0, skipDestroy: false },
    id: "{name}",
    arn: `${LOGS}:log-group:{id}`,
    duplicateCode: "ResourceAlreadyExistsException",
    outputs: () => ({ logGroupClass: "STANDARD", deletionProtectionEnabled: false }),
    references: { kmsKeyId: inWordsOf(kmsKey, "InvalidParameterException", "The specified KMS key does not exist or is not allowed to be used: {value}") },
    validate: ({ inputs }) => {
      const days = inputs["retentionInDays"];
      if (typeof days === "number" && !RETENTION_DAYS.includes(days)) {
        throw new CloudError("InvalidParameterException", `retentionInDays ${String(days)} is none of ${RETENTION_DAYS.join(", ")}`);
      }
    },
    deleteRefusal: ({ id, inputs }) => (inputs["deletionProtectionEnabled"] === true
      ? { code: "ValidationException", message: `Log group ${id} has deletion protection enabled; disable it first` } : undefined),
  },
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": {
    naming: { input: "name", maxLength: 512 },
    replaceOn: ["name", "logGroupName"],
    id: "{name}",
    references: { logGroupName: logGroup },
  },
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": {
    naming: { input: "name", maxLength: 512 },
    replaceOn: ["name", "logGroup"],
    defaults: { distribution: "ByLogStream" },
    id: "cwlsf-{hex:10}",
    references: { logGroup, roleArn: inWordsOf(role, "InvalidParameterException", "The role {value} does not exist"), destinationArn: inWordsOf(target, "InvalidParameterException") },
  },
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": {
    replaceOn: ["policyName", "resourceArn"],
    id: ({ inputs }) => textOf(inputs["policyName"] ?? inputs["resourceArn"]),
    outputs: ({ hex, inputs }) => ({ policyScope: inputs["resourceArn"] === undefined ? "ACCOUNT" : "RESOURCE", revisionId: hex(32) }),
    changedByUpdate: ["revisionId"],
    documents: { policyDocument: "InvalidParameterException" },
  },
  "aws:cloudwatch/logAccountPolicy:LogAccountPolicy": { replaceOn: ["policyName", "policyType"], defaults: { scope: "ALL" }, id: "{policyName}:{policyType}", duplicateCode: "LimitExceededException" },
  "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy": {
    replaceOn: ["logGroupName"],
    id: "{logGroupName}",
    references: { logGroupName: logGroup },
    validate: ({ inputs }) => { refuseDataProtection(textOf(inputs["policyDocument"])); },
  },
  "aws:cloudwatch/queryDefinition:QueryDefinition": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: [],
    id: "{uuid}",
    arn: `${LOGS}:query-definition:{id}`,
    outputs: ({ id }) => ({ queryDefinitionId: id }),
    references: { logGroupNames: logGroup },
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["name"],
    defaults: { actionsEnabled: true, treatMissingData: "missing" },
    id: "{name}",
    arn: "arn:aws:cloudwatch:{region}:{account}:alarm:{id}",
    references: { alarmActions: target, okActions: target, insufficientDataActions: target },
  },
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": {
    replaceOn: ["alarmName", "actionsEnabled"],
    defaults: { actionsEnabled: true },
    id: "{alarmName}",
    arn: "arn:aws:cloudwatch:{region}:{account}:alarm:{id}",
    references: { alarmActions: target, okActions: target, insufficientDataActions: target },
  },
  "aws:cloudwatch/dashboard:Dashboard": {
    replaceOn: ["dashboardName"],
    id: "{dashboardName}",
    outputs: ({ id }) => ({ dashboardArn: `arn:aws:cloudwatch::123456789012:dashboard/${id}` }),
    validate: ({ inputs }) => {
      if (parsed(textOf(inputs["dashboardBody"])) === undefined) {
        throw new CloudError("InvalidParameterInput", "The field DashboardBody must be a valid JSON object");
      }
    },
  },
  "aws:cloudwatch/eventBus:EventBus": {
    naming: { input: "name", maxLength: 256 },
    replaceOn: ["name", "eventSourceName"],
    id: "{name}",
    arn: `${EVENTS}:event-bus/{id}`,
    duplicateCode: "ResourceAlreadyExistsException",
    references: { kmsKeyIdentifier: inWordsOf(kmsKey, "ValidationException", "The KMS key {value} does not exist") },
  },
  "aws:cloudwatch/eventRule:EventRule": {
    naming: { input: "name", maxLength: 64 },
    replaceOn: ["name", "namePrefix", "eventBusName"],
    defaults: { eventBusName: "default", forceDestroy: false },
    id: ({ inputs }) => (inputs["eventBusName"] === "default" ? textOf(inputs["name"]) : `${textOf(inputs["eventBusName"])}/${textOf(inputs["name"])}`),
    arn: `${EVENTS}:rule/{id}`,
    references: { eventBusName: eventBus, roleArn: inWordsOf(role, "ValidationException", "RoleArn does not exist: {value}") },
    validate: refuseBadPattern,
  },
  "aws:cloudwatch/eventTarget:EventTarget": {
    replaceOn: ["rule", "eventBusName", "targetId"],
    defaults: { eventBusName: "default", forceDestroy: false },
    id: ({ inputs, hex }) => `${inputs["eventBusName"] === "default" ? "" : `${textOf(inputs["eventBusName"])}-`}${textOf(inputs["rule"])}-${textOf(inputs["targetId"] ?? `terraform-${hex(26)}`)}`,
    outputs: ({ hex }) => ({ targetId: `terraform-${hex(26)}` }),
    references: { rule: eventRule, arn: target, roleArn: inWordsOf(role, "ValidationException", "RoleArn does not exist: {value}"), "deadLetterConfig.arn": target },
  },
  "aws:scheduler/scheduleGroup:ScheduleGroup": {
    naming: { input: "name", maxLength: 64 },
    replaceOn: ["name", "namePrefix"],
    id: "{name}",
    arn: "arn:aws:scheduler:{region}:{account}:schedule-group/{id}",
    duplicateCode: "ConflictException",
    outputs: ({ createdAt, now }) => ({ state: "ACTIVE", creationDate: createdAt.toISOString(), lastModificationDate: now.toISOString() }),
  },
  "aws:scheduler/schedule:Schedule": {
    naming: { input: "name", maxLength: 64 },
    replaceOn: ["name", "namePrefix", "groupName"],
    defaults: { scheduleExpressionTimezone: "UTC", state: "ENABLED" },
    id: ({ inputs }) => `${textOf(inputs["groupName"] ?? "default")}/${textOf(inputs["name"])}`,
    arn: "arn:aws:scheduler:{region}:{account}:schedule/{id}",
    duplicateCode: "ConflictException",
    outputs: () => ({ groupName: "default", actionAfterCompletion: "NONE" }),
    references: { kmsKeyArn: inWordsOf(kmsKey, "ValidationException", "The KMS key {value} does not exist"), "target.roleArn": inWordsOf(role, "ValidationException", "The execution role {value} does not exist") },
  },
};

/** EventBridge takes patterns of up to 2048 characters that are JSON objects. */
function refuseBadPattern({ inputs }: ResourceContext): void {
  const pattern = textOf(inputs["eventPattern"]);
  const isObject = (): boolean => {
    try {
      return isProperties(JSON.parse(pattern));
    } catch {
      return false;
    }
  };
  if (inputs["eventPattern"] !== undefined && (pattern.length > 2048 || !isObject())) {
    throw new CloudError("InvalidEventPatternException", pattern.length > 2048 ? "Event pattern is too long: 2048 characters are allowed." : "Event pattern is not valid.");
  }
}

/** A policy finds and masks by two statements that name the same identifiers. */
function refuseDataProtection(document: string): void {
  const policy = parsed(document);
  const statements = policy?.Statement ?? [];
  const operations = statements.flatMap(({ Operation }) => Object.keys(Operation ?? {})).toSorted();
  if (policy?.Version !== "2021-06-01" || operations.join() !== "Audit,Deidentify") {
    throw new CloudError("InvalidParameterException", "The data protection policy must have version 2021-06-01 and one statement each with the operations Audit and Deidentify");
  }
  if (new Set(statements.map(({ DataIdentifier }) => JSON.stringify(DataIdentifier))).size !== 1) {
    throw new CloudError("InvalidParameterException", "The DataIdentifier lists of the two statements of a data protection policy must match");
  }
}

interface JsonDocument {
  readonly Version?: unknown;
  readonly Statement?: readonly { readonly DataIdentifier?: readonly string[]; readonly Operation?: object }[];
}

function parsed(text: string): JsonDocument | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
