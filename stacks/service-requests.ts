import type { ApiRequest, DetectionSettings, IdentityRequest, VaultRequest } from "../components/index.ts";
import type { PlatformConfig, ServerlessConfig } from "./config.ts";

/** How people sign in, as the configuration asks for it; keys, topics and the log's terms come with the stack. */
export function identityRequest({ failedSignIns, domain, mail, samlProviders, oidcProviders, ...application }: NonNullable<PlatformConfig["identity"]>, secrets: PlatformConfig["clientSecrets"]) {
  return {
    application, samlProviders,
    oidcProviders: oidcProviders.map((provider) => ({ ...provider, clientSecret: secrets[provider.name] ?? "" })),
    ...(failedSignIns === undefined ? {} : { failedSignIns }), ...(domain === undefined ? {} : { domain }), ...(mail === undefined ? {} : { mail }),
  } satisfies Partial<IdentityRequest>;
}

/** The API that the configuration asks for; the way to the cluster comes with the stack. */
export function apiRequest({ api, logs }: PlatformConfig) {
  const { allowedCidrs, countries, domain, models, requestsPerFiveMinutes, routes, throttle } = api;
  return {
    countries, throttle,
    logRetentionDays: logs.retentionDays,
    ...(allowedCidrs.length === 0 ? {} : { allowedCidrs }),
    ...(domain === undefined ? {} : { domain }),
    ...(requestsPerFiveMinutes === undefined ? {} : { requestsPerFiveMinutes }),
    ...(routes.length === 0 ? {} : { routes }),
    ...(models.length === 0 ? {} : { models: models.map(({ name, schema }) => ({ name, schema: JSON.stringify(schema) })) }),
  } satisfies ApiRequestOfStack;
}

type ApiRequestOfStack = Omit<ApiRequest, "deployment" | "backend">;

/** What is looked for, and where. */
export function detectionRequest({ detection }: PlatformConfig) {
  const { administration, macieSamplingPercent, moreRegions, organizationServices } = detection;
  return {
    administration, moreRegions,
    ...(macieSamplingPercent === undefined ? {} : { macieSamplingPercentage: macieSamplingPercent }),
    ...(organizationServices.length === 0 ? {} : { organizationServices }),
  } satisfies Omit<DetectionSettings, "phiBuckets">;
}

/** Terms of the backups; what restores are tested with comes with the stack. */
export function backupRequest({ backup }: Pick<PlatformConfig | ServerlessConfig, "backup">) {
  const { airGapped, coldStorageAfterDays, continuousDays, copyRetentionDays, everyHours, lock, monthlyRetentionDays } = backup;
  return {
    vaultLock: lock,
    backupEveryHours: everyHours,
    monthlyRetentionDays,
    ...(airGapped === undefined ? {} : { airGapped }),
    ...(continuousDays === undefined ? {} : { continuousRetentionDays: continuousDays }),
    ...(copyRetentionDays === undefined ? {} : { copyRetentionDays }),
    ...(coldStorageAfterDays === undefined ? {} : { coldStorageAfterDays }),
  } satisfies Omit<VaultRequest, "deployment" | "restoreTest">;
}
