import type * as z from "zod";
import { organizationProblems, OrganizationUnit } from "../../components/index.ts";
import { anyOf, group, listOf, oneOf, region, text } from "../config/fields.ts";
import { checkedConfig, handedOver } from "../config/reading.ts";
import { type ConfigProblem, relationProblems, type WellFormed } from "../config/relations.ts";
import { alerts } from "../config/services.ts";
import { audit, stackFields } from "../config/shared.ts";
import { baselineRequest } from "./baseline-request.ts";

const name = (change: string) => text(/\S/u, "a name", change);

/** Where the example of a group is. */
const EXAMPLE = "stacks/organization/Pulumi.org.yaml";

/** Every field of an organization's configuration, with what it takes and what to change where it takes something else. */
export const organizationSchema = group({
  ...stackFields,
  dr: group({ region }, EXAMPLE),
  accounts: listOf(group({
    name: name("Name the account; another name makes another account"),
    email: text(/@/u, "a mail address", "Give a mailbox that no other AWS account has"),
    unit: oneOf([OrganizationUnit.Security, OrganizationUnit.Infrastructure, OrganizationUnit.Production, OrganizationUnit.NonProduction], "It decides which policies hold in the account"),
  }, EXAMPLE), "account", "Give the account that administers security"),
  securityAccount: name("Name one of accounts, of the unit Security"),
  accessRoleName: name("Leave it out for OrganizationAccountAccessRole").default("OrganizationAccountAccessRole"),
  deploymentRoleNames: anyOf(name("Name the role"), "names of roles", "Roles that deploy an account's defaults"),
  trustedServices: anyOf(name("Name the service"), "principals of services", "Such as sso.amazonaws.com"),
  alsoDeniedServices: anyOf(name("Name the service"), "services as IAM names them", "Such as lightsail"),
  audit: group({
    organizationId: audit.shape.organizationId.unwrap(),
    retentionDays: audit.shape.retentionDays,
    archiveAfterDays: audit.shape.archiveAfterDays,
    objectLock: audit.shape.objectLock,
    logReaderRoleArns: audit.shape.logReaderRoleArns,
    retentionWaiver: audit.shape.retentionWaiver,
  }, EXAMPLE).optional(),
  alerts: group({ emails: alerts.shape.emails }, EXAMPLE).optional(),
});

/** The configuration of an organization, checked and complete. */
export type OrganizationConfig = Readonly<z.infer<typeof organizationSchema>>;

/**
 * Reads and checks the stack's configuration.
 * @throws {pulumi.RunError} with every problem: the key, the value, what is allowed, what to change
 */
export function readOrganizationConfig(): OrganizationConfig {
  const { raw, ...place } = handedOver();
  return parseOrganizationConfig(raw, place);
}

/**
 * The part of readOrganizationConfig that asks no engine.
 * @param place whose configuration it is, and which of its fields are secret
 * @param today day against which waivers expire
 * @throws {pulumi.RunError} as readOrganizationConfig does
 */
export function parseOrganizationConfig(raw: ReturnType<typeof handedOver>["raw"], place: Omit<ReturnType<typeof handedOver>, "raw">, today = new Date()): OrganizationConfig {
  return checkedConfig(raw, { ...place, today }, {
    schema: organizationSchema,
    relations: (config, day) => [...relationProblems(config, day), ...trailProblems(config)],
    refusals: (config) => organizationProblems(baselineRequest(config, "")).map(({ argument, value, allowed, change }) => ({ key: argument, value, advice: `${allowed}. ${change}` })),
  });
}

/** Alarms of the trail need somebody who hears them, and there is nothing else to hear of. */
function trailProblems(config: WellFormed): readonly ConfigProblem[] {
  const [trail, people] = [config.given("audit"), config.given("alerts")];
  return trail === people ? [] : [trail
    ? { key: "alerts", value: undefined, advice: "emails of those who hear the trail's alarms, where there is audit. Give it, or remove audit" }
    : { key: "audit", value: undefined, advice: "the trail whose alarms are heard, where there are alerts. Give it once the organization exists, or remove alerts" }];
}
