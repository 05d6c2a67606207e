import { type ApiEdge, type Identity, keyAlias, KeyClass, Observability, replicaNames, storeNames, WORKLOAD_LOGS } from "../components/index.ts";
import { isAurora } from "./database-request.ts";
import type { Foundation, Place } from "./foundation.ts";
import { DrMode } from "./recovery-objectives.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** Dashboards, alarms, masking, metrics and traces of what the platform consists of. */
export function createObservability(
  { config, deployment, inAccount }: Place, { keys, alerts, network, cluster, data }: Foundation, { identity, api }: { readonly identity: Identity | undefined; readonly api: ApiEdge | undefined },
): Observability {
  const stores = storeNames(deployment);
  const { runbookUrl, prometheus, managedGrafana, canary, canaryEveryMinutes, patientIdentifiers, tracing, apiLatencyMs, apiErrorPercent, databaseConnections } = config.observability;
  return new Observability(`${config.prefix}-observability`, {
    deployment,
    logsKeyArn: keys.keyArn(KeyClass.Logs),
    alertTopicArn: alerts.warningTopicArn,
    criticalTopicArn: alerts.criticalTopicArn,
    runbookUrl,
    prometheus,
    patientIdentifiers,
    tracing,
    ...(managedGrafana ? { grafana: { vpcEndpointIds: [network.interfaceEndpointIds.apply((ids) => ids["grafana-workspace"] ?? "")] } } : {}),
    logRetentionDays: config.logs.retentionDays,
    // What pods, Kubernetes and nodes write; the last group holds metrics.
    maskedLogs: WORKLOAD_LOGS.filter((log) => log !== "performance").map((id, place) => ({ id, logGroupName: cluster.workloadLogGroupNames.apply((names) => names[place] ?? "") })),
    cluster: { clusterName: cluster.clusterName },
    database: {
      identifier: data.databaseArn.apply((arn) => arn.split(":").at(-1) ?? ""), ...(isAurora(config) ? { aurora: true } : { storageGib: config.database.storageGiB }),
      ...(databaseConnections === undefined ? {} : { connectionLimit: databaseConnections }),
      ...(config.dr.mode === DrMode.Backup ? {} : { replicaIdentifier: replicaNames(deployment).database }),
    },
    natGatewayIds: network.natGatewayIds,
    tables: [stores.recordsTable],
    ...(api === undefined ? {} : {
      api: { apiName: api.apiName, stageName: api.stageName, ...withoutUndefined({ latencyMs: apiLatencyMs, errorPercent: apiErrorPercent }) },
      loadBalancer: { loadBalancer: api.loadBalancerMetricName, targetGroup: api.targetGroupMetricName },
    }),
    ...(identity === undefined ? {} : { signIns: { userPoolId: identity.userPoolId, clientId: identity.clientId } }),
    ...(canary && config.api.domain !== undefined ? { canary: {
      url: `https://${config.api.domain.name}/`, expectedStatus: 403, logsKeyAlias: keyAlias(config.prefix, KeyClass.Logs), ...withoutUndefined({ everyMinutes: canaryEveryMinutes }),
    } } : {}),
  }, inAccount);
}
