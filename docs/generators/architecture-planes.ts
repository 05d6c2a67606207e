/** Where a component stands in the picture. */
export const Plane = {
  Entrance: "entrance",
  Workloads: "workloads",
  Security: "security",
  Observability: "observability",
  Recovery: "recovery",
} as const;
export type Plane = (typeof Plane)[keyof typeof Plane];

/** What people call a plane, and what it is for. The last three are the control planes of S1-06. */
export const PLANES: Readonly<Record<Plane, { readonly title: string; readonly says: string }>> = {
  [Plane.Entrance]: { title: "Ways in", says: "Everything that somebody outside AWS can reach: sign-in, the API, pages, the operators' way and the pipeline's. Each asks who is calling before anything else happens." },
  [Plane.Workloads]: { title: "Network, compute and data", says: "The VPC with its three tiers, the private cluster in the middle one, and the stores of patients' data, of which none has a route to the internet." },
  [Plane.Security]: { title: "Security and compliance", says: "Keys by class of data, what watches for threats and misconfiguration, what records who did what, and what tells people." },
  [Plane.Observability]: { title: "Observability", says: "Alarms with a runbook each, dashboards, traces and metrics of everything that serves requests." },
  [Plane.Recovery]: { title: "Backup and disaster recovery", says: "Locked vaults in both regions, and what stands ready where the primary region is lost." },
};

/** What the picture says of a component besides what the program does. */
export interface Place {
  readonly plane: Plane;
  /** From left to right, 1 to 4; components of one column stand from bottom to top as listed below. */
  readonly column: number;
  /** A line of at most 34 characters under its name. */
  readonly caption: string;
  /** Who outside AWS uses it; the arrow points to them where it is them who are told. */
  readonly actor?: { readonly name: string; readonly isTold?: boolean };
}

/** Every component by its class. */
export const PLACES: Readonly<Record<string, Place>> = {
  DeliveryRoles: { plane: Plane.Entrance, column: 1, caption: "roles of pipelines, images", actor: { name: "GitHub" } },
  AccessHost: { plane: Plane.Workloads, column: 2, caption: "recorded sessions, no open port", actor: { name: "Operators" } },
  Identity: { plane: Plane.Entrance, column: 1, caption: "sign-in, second factor, roles", actor: { name: "Users" } },
  ApiEdge: { plane: Plane.Entrance, column: 1, caption: "web ACL, API, way into the VPC", actor: { name: "Users" } },
  ContentDelivery: { plane: Plane.Entrance, column: 1, caption: "pages, without patients' data", actor: { name: "Users" } },
  SecureVpc: { plane: Plane.Workloads, column: 2, caption: "three tiers, endpoints, flow logs" },
  PrivateEksCluster: { plane: Plane.Workloads, column: 2, caption: "private Kubernetes cluster" },
  PhiDataStore: { plane: Plane.Workloads, column: 3, caption: "database, PHI bucket, records table" },
  RecordsStore: { plane: Plane.Workloads, column: 3, caption: "records table" },
  KeyRing: { plane: Plane.Security, column: 1, caption: "one key per class of data" },
  OrgBaseline: { plane: Plane.Security, column: 1, caption: "accounts, and what they may not do" },
  AccountBaseline: { plane: Plane.Security, column: 1, caption: "defaults of the account" },
  ThreatDetection: { plane: Plane.Security, column: 2, caption: "GuardDuty, Security Hub, Macie" },
  ComplianceMonitor: { plane: Plane.Security, column: 3, caption: "AWS Config, HIPAA conformance pack" },
  AuditTrail: { plane: Plane.Security, column: 3, caption: "trail, locked log bucket" },
  SecurityAlerts: { plane: Plane.Security, column: 4, caption: "topics by severity", actor: { name: "People on call", isTold: true } },
  Observability: { plane: Plane.Observability, column: 2, caption: "alarms, dashboards, traces" },
  DrVault: { plane: Plane.Recovery, column: 4, caption: "locked vaults, restore tests" },
  RegionFailover: { plane: Plane.Recovery, column: 4, caption: "health checks, names that move" },
  PhiReplica: { plane: Plane.Recovery, column: 3, caption: "replicas of every PHI store" },
};
