/** A test of one value in an event pattern of EventBridge. */
export interface Matcher {
  readonly prefix?: string;
  readonly numeric?: readonly (string | number)[];
  readonly "anything-but"?: readonly string[];
}

/** What the fields of an event must be; a list names the values that match, `$or` lists alternatives. */
export interface PatternFields {
  readonly [field: string]: PatternFields | readonly (string | Matcher | PatternFields)[];
}

/** An event pattern, as EventBridge takes it in JSON. */
export interface EventPattern {
  readonly source: readonly string[];
  readonly "detail-type"?: readonly string[];
  readonly resources?: readonly Matcher[];
  readonly detail?: PatternFields;
}

/** Longest pattern that EventBridge takes, in characters (AWS: "Amazon EventBridge quotas"). */
export const LONGEST_PATTERN = 2048;

/** How EventBridge calls the management events of CloudTrail; reads are not among them. */
export const API_CALL = "AWS API Call via CloudTrail";

/** Calls to one or more services, by the name of the call. */
export function apiCalls(services: readonly string[], eventNames: readonly string[]): EventPattern {
  return { source: services.map((service) => `aws.${service}`), "detail-type": [API_CALL], detail: { eventName: eventNames } };
}
