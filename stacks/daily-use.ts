/** Something that is taken for granted of how people use the platform, or of what a part can do. */
export interface Assumption {
  readonly value: number;
  readonly what: string;
}

/**
 * What the sizing takes for granted (S4-01). None was measured: measure your own use, and compare.
 * `docs/capacity.md` shows what follows.
 */
export const ASSUMED = {
  requestsPerUser: { value: 40, what: "requests to the API that one person's day makes: ten screens of four calls" },
  daysPerMonth: { value: 30, what: "days of a month on which as many people come" },
  monthlyPerDaily: { value: 2, what: "people who come at least once in a month, for each who comes on a day" },
  busiestHour: { value: 0.2, what: "share of a day's requests that come in its busiest hour" },
  busiestSecond: { value: 2, what: "requests in the busiest second of that hour, compared with its mean" },
  busiestAddress: { value: 0.05, what: "share of the requests that come from one address: a site whose people share it" },
  writes: { value: 0.3, what: "share of the requests that write a record; the others read one" },
  writeUnits: { value: 2, what: "write units of a record: 2 KB, with its index" },
  podRequests: { value: 10, what: "requests a second that one pod answers" },
  podVcpus: { value: 0.5, what: "processors that one pod asks for" },
  nodeVcpus: { value: 0.5, what: "processors of a node that its own agents take" },
  podConnections: { value: 10, what: "connections to the database that one pod's pool holds" },
  rollout: { value: 2, what: "pods during a release, for each that runs otherwise" },
  otherConnections: { value: 20, what: "connections for people, rotation, monitoring and replication" },
  databaseMemory: { value: 0.9, what: "share of a database's memory that its class leaves to the engine" },
  outbound: { value: 0.05, what: "share of the requests that call a partner through NAT" },
  outboundSeconds: { value: 60, what: "seconds for which such a call holds its port" },
} as const satisfies Readonly<Record<string, Assumption>>;

/** The use that people make of the platform at its busiest. */
export interface PeakUse {
  /** Requests to the API in the busiest second. */
  readonly requests: number;
  /** The same from the busiest address, within five minutes of the busiest second's rate. */
  readonly requestsOfAddress: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Sign-ins and renewals of tokens in a second. */
  readonly signIns: number;
  readonly outboundConnections: number;
  readonly pods: number;
  readonly databaseConnections: number;
}

const HOUR = 3600;
const FIVE_MINUTES = 300;
const MILLION = 1_000_000;
/** One pod may fail. */
const FEWEST_PODS = 2;

/** `tokenMinutes`: after which the application renews a token. */
export function peakUse(dailyUsers: number, tokenMinutes: number): PeakUse {
  const requests = dailyUsers * ASSUMED.requestsPerUser.value * ASSUMED.busiestHour.value / HOUR * ASSUMED.busiestSecond.value;
  const pods = Math.max(FEWEST_PODS, Math.ceil(requests / ASSUMED.podRequests.value));
  const active = dailyUsers * ASSUMED.busiestHour.value;
  return {
    requests, pods,
    requestsOfAddress: requests * FIVE_MINUTES * ASSUMED.busiestAddress.value,
    readUnits: requests * (1 - ASSUMED.writes.value),
    writeUnits: requests * ASSUMED.writes.value * ASSUMED.writeUnits.value,
    signIns: active / HOUR * ASSUMED.busiestSecond.value + active / (tokenMinutes * 60),
    outboundConnections: requests * ASSUMED.outbound.value * ASSUMED.outboundSeconds.value,
    databaseConnections: pods * ASSUMED.rollout.value * ASSUMED.podConnections.value + ASSUMED.otherConnections.value,
  };
}

/** Fields of the load that follow from the people of a day, for the estimate of the cost. */
export interface MonthlyUse {
  readonly apiMillionRequests: number;
  readonly monthlyUsers: number;
  readonly tableMillionReads: number;
  readonly tableMillionWrites: number;
  readonly auditMillionEvents: number;
}

export function monthlyUse(dailyUsers: number): MonthlyUse {
  const requests = dailyUsers * ASSUMED.requestsPerUser.value * ASSUMED.daysPerMonth.value / MILLION;
  return {
    apiMillionRequests: rounded(requests),
    monthlyUsers: dailyUsers * ASSUMED.monthlyPerDaily.value,
    tableMillionReads: rounded(requests * (1 - ASSUMED.writes.value)),
    tableMillionWrites: rounded(requests * ASSUMED.writes.value * ASSUMED.writeUnits.value),
    auditMillionEvents: rounded(requests),
  };
}

/** To a thousandth, so that no binary fraction is shown. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
