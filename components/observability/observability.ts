import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { refuseProblems } from "../lib/problems.ts";
import { alarmPlan } from "./alarm-plan.ts";
import { createAlarm } from "./alarms.ts";
import { createCanary } from "./canary.ts";
import { dashboardPlan } from "./dashboard-plan.ts";
import { createDashboards } from "./dashboards.ts";
import type { OwnIdentifier } from "./data-protection.ts";
import { createGrafana, type GrafanaAccess } from "./grafana.ts";
import { createLogs, type MaskedLog, type ServiceLog } from "./log-groups.ts";
import { observabilityNames } from "./observability-names.ts";
import { observabilityProblems } from "./observability-problems.ts";
import { maskingAlarms } from "./platform-alarms.ts";
import { createPrometheus } from "./prometheus.ts";
import type { Signals } from "./signals.ts";
import { createTracing, type Tracing } from "./tracing.ts";

/** What the canary calls. */
export interface CanaryTarget {
  /** Address on the internet, by https. */
  readonly url: string;
  /**
   * Status that it must answer with; 401 shows that an API is up and asks who calls.
   * @default 200
   */
  readonly expectedStatus?: number;
  /**
   * Minutes between two calls, 1 to 60.
   * @default 5
   */
  readonly everyMinutes?: number;
  /** Alias of `logsKeyArn`, such as `alias/hipaa-dev/logs`; the canary's role names the key by it. */
  readonly logsKeyAlias: string;
  /**
   * Runtime of CloudWatch Synthetics; AWS takes new canaries only with one that is in support.
   * @default "syn-nodejs-5.2"
   */
  readonly runtimeVersion?: string;
}

export interface ObservabilityArgs extends Signals {
  readonly deployment: Deployment;
  /** Key of log groups, metrics and traces. */
  readonly logsKeyArn: pulumi.Input<string>;
  /** Topic of the alarms, in the primary region. */
  readonly alertTopicArn: pulumi.Input<string>;
  /**
   * Topic of the alarms that touch patients or their data now.
   * @default alertTopicArn
   */
  readonly criticalTopicArn?: pulumi.Input<string>;
  /** Address of the page with the runbooks, such as that of `docs/runbooks/alarms.md`; each alarm links a heading of it. */
  readonly runbookUrl: string;
  /**
   * Days for which CloudWatch keeps logs of workloads.
   * @default 365 (S4-102)
   */
  readonly logRetentionDays?: number;
  /**
   * Days for which logs that are evidence are kept: audit logs, and the access log of the canary's results.
   * @default 2557, seven years
   */
  readonly auditRetentionDays?: number;
  /**
   * Key of logs that are evidence; needed where `logGroups` has some.
   * @default none
   */
  readonly auditKeyArn?: pulumi.Input<string>;
  /**
   * Log groups for services that have none yet.
   * @default none
   */
  readonly logGroups?: ServiceLog[];
  /**
   * Log groups of other components in which personal data is found and masked.
   * @default none
   */
  readonly maskedLogs?: MaskedLog[];
  /**
   * Identifiers of the organisation's own that are masked besides, such as medical record numbers; at most 10.
   * @default none
   */
  readonly patientIdentifiers?: OwnIdentifier[];
  /**
   * Sampling and grouping of traces.
   * @default 5 % of requests; slow from a second
   */
  readonly tracing?: Tracing;
  /**
   * Whether encryption, sampling and groups of traces are set here; false where another stack of the
   * account sets them in the region.
   * @default true
   */
  readonly tracingHere?: boolean;
  /**
   * Whether there is a managed Prometheus workspace (S1-39).
   * @default true
   */
  readonly prometheus?: boolean;
  /**
   * How people reach Managed Grafana, which needs Prometheus and IAM Identity Center. AWS's agreement does
   * not cover it: it shows metrics alone, and the policy pack refuses it until the stack's
   * configuration of the rule resource-of-hipaa-eligible-service names `grafana` in alsoAllowed.
   * @default no Managed Grafana; the cluster's own shows the same metrics
   */
  readonly grafana?: GrafanaAccess;
  /**
   * The canary's target.
   * @default no canary
   */
  readonly canary?: CanaryTarget;
}

/**
 * What tells people how the platform fares, and that it does not tell them about patients.
 *
 * Guarantees: every alarm names what happens, what to do first and a runbook, and tells people when
 * it is raised, when its metric falls silent and when it is over; dashboards show latency, errors,
 * nodes, database and sign-ins; log groups are encrypted, kept for their class's time, and what looks
 * like a patient's data is masked for every reader and raises an alarm; traces and Prometheus metrics
 * are encrypted with the logs key; the canary keeps no answer of the API. Managed Grafana, which is not on
 * AWS's list of HIPAA-eligible services, exists where it is asked for alone: it reads metrics and
 * no logs, and is reached through the network's endpoint alone. Who may sign in is said in IAM Identity Center.
 *
 * Requirement rows: S1-33, S1-38 to S1-47, S1-50, S1-52, S2-51, S2-56, S2-57, S3-45, S3-46, S4-03, S4-64, S5-25, X-14, X-15.
 * Upholds 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(6)(ii), 164.312(a)(2)(iv), 164.312(b), 164.514(b)(2).
 *
 * #### Cost
 * 0.10 USD a month per alarm, about 25 alarms; three dashboards are free; scanning for personal data
 * 0.12 USD per GB of logs; Prometheus 0.90 USD per 10 million samples; traces 5 USD per million; a canary
 * every five minutes 10 USD a month (0.0012 USD a run); Managed Grafana 9 USD a month per editor, at least one,
 * 5 USD per viewer, and its endpoint 7 USD in each zone.
 *
 * @example
 * ```ts
 * new Observability("observability", {
 *   deployment, logsKeyArn: keys.keyArn(KeyClass.Logs), alertTopicArn: alerts.warningTopicArn, criticalTopicArn: alerts.criticalTopicArn,
 *   runbookUrl: "https://wiki.example.com/alarms", cluster: { clusterName: cluster.clusterName },
 * });
 * ```
 */
export class Observability extends pulumi.ComponentResource {
  /** Names of the dashboards. */
  readonly dashboardNames: pulumi.Output<string[]>;
  /** ARN of the Prometheus workspace; empty without one. */
  readonly prometheusWorkspaceArn: pulumi.Output<string>;
  /** Address that Prometheus writes to and Grafana reads from; empty without a workspace. */
  readonly prometheusEndpoint: pulumi.Output<string>;
  /** Host name of Managed Grafana, which answers inside the network alone; empty without it. */
  readonly grafanaEndpoint: pulumi.Output<string>;
  /** Name of the canary; empty without one. */
  readonly canaryName: pulumi.Output<string>;

  constructor(name: string, args: ObservabilityArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:Observability", name, {}, opts);
    const retention = { logRetentionDays: args.logRetentionDays ?? 365, auditRetentionDays: args.auditRetentionDays ?? 2557 };
    refuseProblems(observabilityProblems(args, retention), this, name);

    const { deployment, logsKeyArn, canary } = args;
    const names = observabilityNames(deployment);
    const findsPersonalData = createLogs(this, name, args, retention);
    if (args.tracingHere ?? true) {
      createTracing(this, name, deployment, logsKeyArn, args.tracing ?? {});
    }
    const workspace = args.prometheus ?? true ? createPrometheus(this, name, deployment, logsKeyArn, retention.logRetentionDays) : undefined;
    const grafana = args.grafana === undefined ? undefined : createGrafana(this, name, deployment, args.grafana);
    const probe = canary === undefined ? undefined : createCanary(this, name, args, canary, retention.auditRetentionDays);

    const canaryName = canary === undefined ? undefined : names.canary;
    const alarms = [...alarmPlan(args, canaryName), ...(findsPersonalData ? maskingAlarms(names.metricNamespace, names.findingsMetric) : [])];
    const targets = { warningTopicArn: args.alertTopicArn, criticalTopicArn: args.criticalTopicArn ?? args.alertTopicArn, runbookUrl: args.runbookUrl };
    for (const plan of alarms) {
      createAlarm(this, name, deployment, plan, targets);
    }
    this.dashboardNames = pulumi.all(createDashboards(this, name, deployment, dashboardPlan(deployment, args, canaryName), alarms));
    this.prometheusWorkspaceArn = workspace?.arn ?? pulumi.output("");
    this.prometheusEndpoint = workspace?.prometheusEndpoint ?? pulumi.output("");
    this.grafanaEndpoint = grafana?.endpoint ?? pulumi.output("");
    this.canaryName = probe?.name ?? pulumi.output("");
    this.registerOutputs({
      dashboardNames: this.dashboardNames, prometheusWorkspaceArn: this.prometheusWorkspaceArn, prometheusEndpoint: this.prometheusEndpoint,
      grafanaEndpoint: this.grafanaEndpoint, canaryName: this.canaryName,
    });
  }
}
