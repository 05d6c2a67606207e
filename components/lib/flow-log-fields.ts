/**
 * What each record of the flow logs says, in this order: beside AWS's default fields which way it went,
 * by which path, and the addresses behind NAT. Whoever reads the files takes columns in the same order.
 */
export const FLOW_LOG_FIELDS: readonly string[] = [
  "version", "account-id", "interface-id", "srcaddr", "dstaddr", "srcport", "dstport", "protocol", "packets", "bytes", "start", "end", "action", "log-status",
  "vpc-id", "subnet-id", "tcp-flags", "type", "pkt-srcaddr", "pkt-dstaddr", "pkt-src-aws-service", "pkt-dst-aws-service", "flow-direction", "traffic-path",
];
