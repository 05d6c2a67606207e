export type { GrafanaAccess } from "./grafana.ts";
export { LogClass, type MaskedLog, type ServiceLog } from "./log-groups.ts";
export { type CanaryTarget, Observability, type ObservabilityArgs } from "./observability.ts";
export { ownIdentifierProblems, type OwnIdentifier } from "./data-protection.ts";
export type { ApiSignals, ClusterSignals, DatabaseSignals, LoadBalancerSignals, SignInSignals } from "./signals.ts";
export type { Tracing } from "./tracing.ts";
