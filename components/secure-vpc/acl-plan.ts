import type { NetworkSettings } from "./network-settings.ts";
import { DATABASE_PORTS } from "./tier-rules.ts";

/** One entry of a network ACL. Entries are tried by number; the first that fits decides. */
export interface AclEntry {
  readonly number: number;
  readonly action: "allow" | "deny";
  /** `-1` is every protocol. */
  readonly protocol: "tcp" | "-1";
  readonly fromPort: number;
  readonly toPort: number;
  readonly cidr: string;
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
export function planAcls(settings: Pick<NetworkSettings, "allowedCidrs" | "cidrBlock" | "databaseEngine" | "plan" | "podCidrBlock">): Readonly<Record<"public" | "private" | "isolated", TierAcl>> {
  const within = [settings.cidrBlock, ...(settings.podCidrBlock === undefined ? [] : [settings.podCidrBlock])].map(everything);
  const answers = tcp(ANYWHERE, ANSWERS.fromPort, ANSWERS.toPort);
  const workloads = [...settings.plan.private, ...settings.plan.pods];
  return {
    public: {
      ingress: numbered([...within, ...attacks(), ...settings.allowedCidrs.flatMap((cidr) => [tcp(cidr, 443), tcp(cidr, 80)]), answers]),
      egress: numbered([...within, tcp(ANYWHERE, 443), tcp(ANYWHERE, 80), answers]),
    },
    private: {
      ingress: numbered([...within, ...attacks(), answers]),
      egress: numbered([...within, tcp(ANYWHERE, 443)]),
    },
    isolated: {
      ingress: numbered(workloads.map((cidr) => tcp(cidr, DATABASE_PORTS[settings.databaseEngine]))),
      egress: numbered(workloads.map((cidr) => tcp(cidr, ANSWERS.fromPort, ANSWERS.toPort))),
    },
  };
}

type Unnumbered = Omit<AclEntry, "number">;

function attacks(): readonly Unnumbered[] {
  return ATTACKED_PORTS.map((port) => ({ ...tcp(ANYWHERE, port), action: "deny" }));
}

function tcp(cidr: string, fromPort: number, toPort: number = fromPort): Unnumbered {
  return { action: "allow", protocol: "tcp", fromPort, toPort, cidr };
}

function everything(cidr: string): Unnumbered {
  return { action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidr };
}

/** Steps of ten leave room for an entry put in by hand during an incident. */
function numbered(entries: readonly Unnumbered[]): readonly AclEntry[] {
  return entries.map((entry, index) => ({ ...entry, number: 100 + index * 10 }));
}
