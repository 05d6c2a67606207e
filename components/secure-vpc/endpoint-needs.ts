/** What runs in the network or is called from it. The interface endpoints follow from it. */
export const NetworkUse = {
  /** Nodes and controllers of a private Kubernetes cluster. */
  Cluster: "cluster",
  /** Sessions of Systems Manager into nodes and access hosts. */
  Sessions: "sessions",
  /** Workloads and functions that read and write patients' records. */
  Records: "records",
  /** Logs and metrics of workloads. */
  Telemetry: "telemetry",
  /** Traces of workloads. */
  Tracing: "tracing",
  /** A workspace of Managed Prometheus that the cluster writes to. */
  Prometheus: "prometheus",
  /** People who look at Managed Grafana from inside the network. */
  Grafana: "grafana",
  /** GuardDuty's agent on nodes. */
  ThreatDetection: "threat-detection",
  /** Models in Amazon Bedrock. */
  Inference: "inference",
  /** Topics, queues and event buses. */
  Messages: "messages",
} as const;
export type NetworkUse = (typeof NetworkUse)[keyof typeof NetworkUse];

/** What a network is used for unless the caller says otherwise. */
export const DEFAULT_USES: readonly NetworkUse[] = [NetworkUse.Cluster, NetworkUse.Sessions, NetworkUse.Records, NetworkUse.Telemetry];

/** Services that every network reaches, whatever runs in it. */
export const ALWAYS_NEEDED = { kms: "data, logs and secrets are encrypted under the stack's own keys" } as const;

/**
 * AWS services that each use calls, as in `com.amazonaws.<region>.<service>`, with who calls them and
 * why. No security group lets workloads out to AWS's public addresses, so what lacks here is cut off.
 */
export const NEEDS = {
  cluster: {
    autoscaling: "the cluster's autoscaler and node life cycle",
    ec2: "nodes describe themselves; the VPC CNI and the EBS driver attach interfaces and volumes",
    "ecr.api": "nodes authenticate to the image registry",
    "ecr.dkr": "nodes pull images",
    eks: "nodes look the cluster up when they start",
    "eks-auth": "the Pod Identity agent fetches credentials of workloads",
    elasticloadbalancing: "the load balancer controller",
    logs: "logs of nodes",
    sts: "workload identities",
  },
  sessions: {
    ec2messages: "Systems Manager agent, for access without SSH",
    ssm: "the agent registers and asks for sessions",
    ssmmessages: "sessions of Session Manager",
    logs: "recordings of sessions",
  },
  records: {
    secretsmanager: "workloads fetch credentials when they run",
    ssm: "workloads read parameters when they start",
    sts: "workloads take on their roles",
  },
  telemetry: {
    logs: "logs of workloads",
    monitoring: "metrics and alarms",
  },
  tracing: { xray: "traces of requests" },
  prometheus: { "aps-workspaces": "the cluster writes its metrics to the workspace" },
  grafana: { "grafana-workspace": "people reach the workspace of Managed Grafana, which lets nobody in by another way" },
  "threat-detection": { "guardduty-data": "the agent on each node sends what it sees to GuardDuty" },
  inference: { "bedrock-runtime": "summaries of records are made without leaving AWS's network" },
  messages: {
    events: "workloads announce what has happened",
    sns: "workloads publish to topics",
    sqs: "workloads read and write queues",
  },
} as const satisfies Readonly<Record<NetworkUse, Readonly<Record<string, string>>>>;
