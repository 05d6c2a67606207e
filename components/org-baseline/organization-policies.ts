import type { OrgBaselineArgs } from "./org-baseline.ts";
import { dataGuard, type GuardScope, membershipGuard, oversightGuard, servicesGuard } from "./account-guards.ts";
import { guardDocument } from "./guard-statements.ts";

/** Kinds of policies that the organization has switched on, and the longest of each, in characters. */
export const POLICY_LIMITS = {
  AISERVICES_OPT_OUT_POLICY: 2500,
  SERVICE_CONTROL_POLICY: 5120,
  TAG_POLICY: 10_000,
} as const;

/** One policy of the organization. */
export interface OrganizationPolicy {
  /** Last part of its names. */
  readonly key: string;
  readonly type: keyof typeof POLICY_LIMITS;
  readonly description: string;
  readonly content: string;
  /** Whether it holds in the unit of workloads alone, not in every account. */
  readonly ofWorkloads: boolean;
}

/** Services of the AWS provider that can hold data and were not on AWS's list of HIPAA-eligible services of 2025-06-17, as IAM names them. */
export const DENIED_SERVICES: readonly string[] = [
  "apprunner", "cloudsearch", "datapipeline", "devicefarm", "elastictranscoder", "finspace", "gamelift", "ivs", "ivschat", "lightsail", "mediapackage", "mediastore", "workmail",
];

/** The role that AWS makes where nobody says otherwise. */
export const ACCESS_ROLE = "OrganizationAccountAccessRole";

/** Every policy of the organization, by the arguments alone. */
export function organizationPolicies(args: OrgBaselineArgs): readonly OrganizationPolicy[] {
  const { deployment, accessRoleName = ACCESS_ROLE, deploymentRoleNames = [], alsoDeniedServices = [], tagValues = {} } = args;
  const scope: GuardScope = { partition: deployment.partition ?? "aws", accessRoleName, deploymentRoleNames, regions: [deployment.region, deployment.recoveryRegion] };
  const guard = { type: "SERVICE_CONTROL_POLICY", ofWorkloads: false } as const;
  return [
    { ...guard, key: "membership", description: "Accounts stay in the organization and in its regions, without root users", content: guardDocument(membershipGuard(scope)) },
    { ...guard, key: "oversight", description: "Trails, AWS Config and threat detection stay on", content: guardDocument(oversightGuard(scope)) },
    { ...guard, key: "data", description: "Encryption, privacy and backups of data stay on", content: guardDocument(dataGuard(scope)) },
    {
      ...guard, key: "services", description: "Workloads use HIPAA-eligible services", ofWorkloads: true,
      content: guardDocument(servicesGuard([...new Set([...DENIED_SERVICES, ...alsoDeniedServices])].toSorted())),
    },
    { key: "ai-opt-out", type: "AISERVICES_OPT_OUT_POLICY", description: "AWS learns nothing from the content of any account", content: aiOptOut(), ofWorkloads: false },
    ...(Object.keys(tagValues).length === 0 ? [] : [{ key: "tags", type: "TAG_POLICY", description: "Tags have one spelling and known values", content: tagPolicy(tagValues), ofWorkloads: false } as const]),
  ];
}

/** No AI service of AWS keeps content to learn from it, and no account below may say otherwise. */
function aiOptOut(): string {
  const none = { "@@operators_allowed_for_child_policies": ["@@none"] };
  return JSON.stringify({ services: { ...none, default: { ...none, opt_out_policy: { ...none, "@@assign": "optOut" } } } });
}

function tagPolicy(tagValues: Readonly<Record<string, readonly string[]>>): string {
  return JSON.stringify({
    tags: Object.fromEntries(Object.entries(tagValues).map(([tag, values]) => [tag.toLowerCase(), {
      tag_key: { "@@assign": tag }, ...(values.length === 0 ? {} : { tag_value: { "@@assign": values } }),
    }])),
  });
}
