import type { NetworkSettings } from "./network-settings.ts";

/** One entry of a network ACL. Entries are tried by number; the first that fits decides. */
export interface AclEntry {
  readonly number: number;
  readonly action: "allow" | "deny";
  /** `-1` is every protocol. */
  readonly protocol: "tcp" | "-1";
  readonly fromPort: number;
  readonly toPort: number;
  readonly cidr: string;
  /** Why it is there; AWS keeps no description of entries. */
  readonly reason: string;
}

export interface TierAcl {
  readonly ingress: readonly AclEntry[];
  readonly egress: readonly AclEntry[];
}

const ANYWHERE = "0.0.0.0/0";
/** Answers arrive on these ports; NAT gateways and load balancers use the whole range. */
const ANSWERS = { fromPort: 1024, toPort: 65_535 } as const;
/**
 * Ports within the range of answers on which services are attacked from the internet: SQL Server,
 * MySQL, RDP, PostgreSQL, VNC, Redis, Elasticsearch, Memcached, MongoDB. An answer that NAT expects
 * on one of them is lost and sent again.
 */
const ATTACKED_PORTS = [1433, 3306, 3389, 5432, 5900, 6379, 9200, 11_211, 27_017] as const;

/**
 * Network ACLs as a second layer under the security groups (S4-24): what no group should ever open
 * stays shut even when one does.
 */
export function planAcls(settings: Pick<NetworkSettings, "allowedCidrs" | "cidrBlock" | "databasePort" | "plan" | "podCidrBlock">): Readonly<Record<"public" | "private" | "isolated", TierAcl>> {
  const within = [settings.cidrBlock, ...(settings.podCidrBlock === undefined ? [] : [settings.podCidrBlock])]
    .map((cidr): Unnumbered => ({ action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidr, reason: "traffic of the network itself, which security groups judge" }));
  const answers = (reason: string): Unnumbered => tcp(ANYWHERE, ANSWERS.fromPort, ANSWERS.toPort, reason);
  const { databasePort, plan: { isolated } } = settings;
  const workloads = [...settings.plan.private, ...settings.plan.pods];
  // A proxy or a standby of the database may lie in the isolated subnet of another zone.
  const database = [
    ...[...workloads, ...isolated].map((cidr) => tcp(cidr, databasePort, databasePort, "queries to the database, also from its proxy in another zone")),
    ...isolated.map((cidr) => tcp(cidr, ANSWERS.fromPort, ANSWERS.toPort, "answers between the database and its proxy")),
  ];
  return {
    public: {
      ingress: numbered([
        ...within, ...attacks(),
        ...settings.allowedCidrs.flatMap((cidr) => [tcp(cidr, 443, 443, "HTTPS to public load balancers"), tcp(cidr, 80, 80, "HTTP, only to be redirected to HTTPS")]),
        answers("answers to NAT gateways"),
      ]),
      egress: numbered([
        ...within, tcp(ANYWHERE, 443, 443, "calls of workloads through NAT gateways"), tcp(ANYWHERE, 80, 80, "time stamps and revocation lists, which are signed and served without TLS"),
        answers("answers of load balancers"),
      ]),
    },
    private: {
      ingress: numbered([...within, ...attacks(), answers("answers to workloads that call through NAT gateways or the gateway of S3")]),
      egress: numbered([...within, tcp(ANYWHERE, 443, 443, "HTTPS of workloads")]),
    },
    isolated: {
      ingress: numbered(database),
      egress: numbered([
        ...workloads.map((cidr) => tcp(cidr, ANSWERS.fromPort, ANSWERS.toPort, "answers of the database")),
        ...isolated.flatMap((cidr) => [
          tcp(cidr, databasePort, databasePort, "queries of the database's proxy"), tcp(cidr, ANSWERS.fromPort, ANSWERS.toPort, "answers between the database and its proxy"),
        ]),
      ]),
    },
  };
}

type Unnumbered = Omit<AclEntry, "number">;

function attacks(): readonly Unnumbered[] {
  return ATTACKED_PORTS.map((port) => ({ ...tcp(ANYWHERE, port, port, "a service that is attacked from the internet, among the ports of answers"), action: "deny" }));
}

function tcp(cidr: string, fromPort: number, toPort: number, reason: string): Unnumbered {
  return { action: "allow", protocol: "tcp", fromPort, toPort, cidr, reason };
}

/** Steps of ten leave room for an entry put in by hand during an incident. */
function numbered(entries: readonly Unnumbered[]): readonly AclEntry[] {
  return entries.map((entry, index) => ({ ...entry, number: 100 + index * 10 }));
}
