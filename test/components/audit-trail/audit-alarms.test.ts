import { describe, expect, test } from "vitest";
import { AUDIT_ALARMS } from "../../../components/audit-trail/audit-alarms.ts";
import { type LogEvent, matchesFilter } from "../../support/log-filter.ts";

function alarm(wanted: string): (typeof AUDIT_ALARMS)[number] {
  const found = AUDIT_ALARMS.find(({ id }) => id === wanted);
  if (found === undefined) {
    throw new Error(`no alarm ${wanted}`);
  }
  return found;
}

function named(...names: readonly string[]): string {
  return names.map((name) => `($.eventName=${name})`).join(" || ");
}

/** Benchmarks compare patterns letter by letter. */
const PATTERNS: readonly (readonly [id: string, pattern: string])[] = [
  ["unauthorized-api-calls", '{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}'],
  ["root-usage", '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}'],
  ["security-group-changes", `{${named("AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress", "CreateSecurityGroup", "DeleteSecurityGroup")}}`],
  ["network-acl-changes", `{${named("CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry", "ReplaceNetworkAclEntry", "ReplaceNetworkAclAssociation")}}`],
  ["iam-policy-changes", `{${named(
    "DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy", "PutRolePolicy", "PutUserPolicy", "CreatePolicy", "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion",
    "AttachRolePolicy", "DetachRolePolicy", "AttachUserPolicy", "DetachUserPolicy", "AttachGroupPolicy", "DetachGroupPolicy",
  )}}`],
  ["failed-logins", '{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}'],
  ["trail-changes", `{${named("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging")}}`],
  ["key-disabled-or-deleted", "{($.eventSource=kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}"],
  ["bucket-policy-changes", `{($.eventSource=s3.amazonaws.com) && (${named(
    "PutBucketAcl", "PutBucketPolicy", "PutBucketCors", "PutBucketLifecycle", "PutBucketReplication", "DeleteBucketPolicy", "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketReplication",
  )})}`],
  ["config-changes", `{($.eventSource=config.amazonaws.com) && (${named("StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "PutConfigurationRecorder")})}`],
  ["gateway-changes", `{${named("CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway", "DeleteInternetGateway", "DetachInternetGateway")}}`],
  ["route-table-changes", `{${named("CreateRoute", "CreateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation", "DeleteRouteTable", "DeleteRoute", "DisassociateRouteTable")}}`],
  ["vpc-changes", `{${named(
    "CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "AcceptVpcPeeringConnection", "CreateVpcPeeringConnection", "DeleteVpcPeeringConnection", "RejectVpcPeeringConnection",
    "AttachClassicLinkVpc", "DetachClassicLinkVpc", "DisableVpcClassicLink", "EnableVpcClassicLink",
  )}}`],
];

const PERSON = { userIdentity: { type: "IAMUser" }, eventType: "AwsApiCall" };
const SIGN_IN = { eventName: "ConsoleLogin", eventType: "AwsConsoleSignIn", userIdentity: { type: "IAMUser" }, responseElements: { ConsoleLogin: "Success" }, additionalEventData: { MFAUsed: "Yes" } };

/** Events by the alarms that they raise. */
const EVENTS: readonly (readonly [what: string, event: LogEvent, raised: readonly string[]])[] = [
  ["a call that EC2 denies", { ...PERSON, eventName: "RunInstances", errorCode: "Client.UnauthorizedOperation" }, ["unauthorized-api-calls"]],
  ["a call that another service denies", { ...PERSON, eventName: "GetParameter", errorCode: "AccessDeniedException" }, ["unauthorized-api-calls"]],
  ["a call that fails otherwise", { ...PERSON, eventName: "GetParameter", errorCode: "ParameterNotFound" }, []],
  ["a call of the root user", { eventName: "ListBuckets", eventType: "AwsApiCall", userIdentity: { type: "Root" } }, ["root-usage"]],
  ["a service in the root user's name", { eventName: "ListBuckets", eventType: "AwsApiCall", userIdentity: { type: "Root", invokedBy: "s3.amazonaws.com" } }, []],
  ["an event of a service itself", { eventName: "RotateKey", eventType: "AwsServiceEvent", userIdentity: { type: "Root" } }, []],
  ["a rule added to a security group", { ...PERSON, eventName: "AuthorizeSecurityGroupIngress" }, ["security-group-changes"]],
  ["an entry of a network ACL", { ...PERSON, eventName: "CreateNetworkAclEntry" }, ["network-acl-changes"]],
  ["a policy attached to a role", { ...PERSON, eventName: "AttachRolePolicy" }, ["iam-policy-changes"]],
  ["a sign-in with a wrong password", { ...SIGN_IN, errorMessage: "Failed authentication", responseElements: { ConsoleLogin: "Failure" } }, ["failed-logins"]],
  ["a sign-in with a second factor", SIGN_IN, []],
  ["a sign-in without one", { ...SIGN_IN, additionalEventData: { MFAUsed: "No" } }, ["sign-in-without-mfa"]],
  ["a federated sign-in, whose second factor is elsewhere", { ...SIGN_IN, userIdentity: { type: "AssumedRole" }, additionalEventData: { MFAUsed: "No" } }, []],
  ["a trail that is stopped", { ...PERSON, eventName: "StopLogging" }, ["trail-changes"]],
  ["a key that is to be deleted", { ...PERSON, eventSource: "kms.amazonaws.com", eventName: "ScheduleKeyDeletion" }, ["key-disabled-or-deleted"]],
  ["a decryption under the wrong context", { ...PERSON, eventSource: "kms.amazonaws.com", eventName: "Decrypt", errorCode: "InvalidCiphertextException" }, ["failed-decryption"]],
  ["a decryption that is denied", { ...PERSON, eventSource: "kms.amazonaws.com", eventName: "Decrypt", errorCode: "AccessDenied" }, ["unauthorized-api-calls", "failed-decryption"]],
  ["a decryption that succeeds", { ...PERSON, eventSource: "kms.amazonaws.com", eventName: "Decrypt" }, []],
  ["a bucket's policy removed", { ...PERSON, eventSource: "s3.amazonaws.com", eventName: "DeleteBucketPolicy" }, ["bucket-policy-changes"]],
  ["AWS Config stopped", { ...PERSON, eventSource: "config.amazonaws.com", eventName: "StopConfigurationRecorder" }, ["config-changes"]],
  ["an internet gateway", { ...PERSON, eventName: "AttachInternetGateway" }, ["gateway-changes"]],
  ["a route", { ...PERSON, eventName: "CreateRoute" }, ["route-table-changes"]],
  ["a peering", { ...PERSON, eventName: "AcceptVpcPeeringConnection" }, ["vpc-changes"]],
  ["a look at an instance", { ...PERSON, eventName: "DescribeInstances" }, []],
];

describe("audit alarms", () => {
  test.each(PATTERNS)("%s has the benchmark's own words (S4-45 to S4-50)", (id, pattern) => {
    expect(alarm(id).pattern).toBe(pattern);
  });

  test.each(EVENTS)("%s raises what it should and nothing else", (_what, event, raised) => {
    const complete = { errorCode: undefined, eventSource: "ec2.amazonaws.com", ...event };
    expect(AUDIT_ALARMS.filter(({ pattern }) => matchesFilter(pattern, complete)).map(({ id }) => id)).toEqual(raised);
  });

  test("are each raised by some event above", () => {
    expect(AUDIT_ALARMS.map(({ id }) => id).filter((id) => !EVENTS.some(([, , raised]) => raised.includes(id)))).toEqual([]);
  });

  test("count failed sign-ins, and wait for no second of anything else (S4-50)", () => {
    expect(Object.fromEntries(AUDIT_ALARMS.map(({ id, atLeast }) => [id, atLeast]))).toEqual({ ...Object.fromEntries(AUDIT_ALARMS.map(({ id }) => [id, 1])), "failed-logins": 6 });
  });

  test.each(AUDIT_ALARMS.map((each) => [each.id, each] as const))("%s fits CloudWatch, and says what happened and what to do", (_id, { pattern, meaning, action }) => {
    expect(pattern.length).toBeLessThanOrEqual(1024);
    expect(meaning).toMatch(/^[A-Z].*[^.]$/u);
    expect(action).toMatch(/^[A-Z].*[^.]$/u);
  });
});
