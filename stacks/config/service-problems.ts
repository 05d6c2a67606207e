import {
  alertProblems, apiProblems, breakGlassProblems, connectOriginProblems, contactProblems, contentDomainProblems, detectionProblems, githubProblems, identityProblems, keyAlias, KeyClass, ownIdentifierProblems, type Problem,
  sshCidrProblems, storeNames, vaultProblems,
} from "../../components/index.ts";
import type { PlatformConfig } from "../config.ts";
import { apiRequest, backupRequest, detectionRequest, identityRequest } from "../service-requests.ts";
import { withoutUndefined } from "../without-undefined.ts";

/** Fields of backup by the argument that the vaults know them under. */
const BACKUP_FIELDS: Readonly<Record<string, string>> = { vaultLock: "lock", continuousRetentionDays: "continuousDays", backupEveryHours: "everyHours" };

/** What services' components would refuse, with the configuration's key as the argument. */
export function serviceProblems(config: PlatformConfig): readonly Problem[] {
  const { alerts, account, accessHost, api, delivery, detection, identity, observability, site } = config;
  // The account's number has a length; which number it is changes nothing here.
  const deployment = { prefix: config.prefix, accountId: "000000000000", region: config["aws:region"], recoveryRegion: config.dr.region };
  return [
    ...alertingProblems(config, alerts),
    ...contactProblems("account.contacts", withoutUndefined(account.contacts)),
    ...(account.breakGlassUserArns.length === 0 ? [] : breakGlassProblems("account.breakGlass", { userArns: account.breakGlassUserArns, keyAliases: [keyAlias(config.prefix, KeyClass.PhiData)] })),
    ...(identity === undefined ? [] : [
      ...within("identity", identityProblems({ deployment, ...identityRequest(identity, config.clientSecrets), objectLock: config.audit.objectLock, retentionDays: config.audit.retentionDays }), { application: "" }),
      ...within("api", apiProblems({ deployment, ...apiRequest(config), backend: { vpcId: "", subnetIds: config.network.zones, workloadSecurityGroupId: "", ...api.backend } }), {}),
    ]),
    ...(site === undefined ? [] : [...within("site", contentDomainProblems(site.domain, site.certificateArn), { domainName: "domain" }), ...connectOriginProblems("site.connectOrigins", site.connectOrigins)]),
    ...within("detection", detectionProblems(deployment, { ...detectionRequest(config), phiBuckets: [{ name: storeNames(deployment).bucket }] }), { macieSamplingPercentage: "macieSamplingPercent" }),
    ...within("backup", vaultProblems({ deployment, ...backupRequest(config), restoreTest: { recordsKeyArn: "" } }), BACKUP_FIELDS),
    ...ownIdentifierProblems("observability.patientIdentifiers", observability.patientIdentifiers),
    ...sshCidrProblems("accessHost.sshCidrs", accessHost.sshCidrs),
    ...(delivery === undefined ? [] : within("delivery", githubProblems(delivery), {})),
    ...(detection.organizationServices.length === 0 || account.managedHere ? [] : [{
      argument: "detection.organizationServices", value: detection.organizationServices, allowed: "nothing where account.managedHere is false: another stack has the account's threat detection", change: "Remove it here",
    }]),
  ];
}

function alertingProblems(config: PlatformConfig, { existingTopicArn, slack, pagerDuty, ...subscribers }: PlatformConfig["alerts"]): readonly Problem[] {
  const people = alertProblems({ subscribers, ...withoutUndefined({ existingTopicArn, slack, pagerDuty }), secretsKeyAlias: keyAlias(config.prefix, KeyClass.Secrets) }, {
    region: config["aws:region"], accountId: existingTopicArn?.split(":")[4] ?? "",
  });
  return people.map((problem) => ({ ...problem, argument: `alerts.${problem.argument.replace(/^subscribers\./u, "")}` }));
}

/** The same problems under a group of the configuration; names of the deployment are the stack's own fields. */
function within(group: string, problems: readonly Problem[], fields: Readonly<Record<string, string>>): readonly Problem[] {
  return problems.map((problem) => {
    const [root = "", ...rest] = problem.argument.split(/(?=[.[])/u);
    const path = `${fields[root] ?? root}${rest.join("")}`.replace(/^\./u, "");
    return { ...problem, argument: root === "deployment" ? path.replace(/^deployment\.(?:recoveryRegion|region)$/u, "dr.region").replace(/^deployment\./u, "") : `${group}.${path}` };
  });
}
