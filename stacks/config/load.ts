import * as z from "zod";
import { amount, group, wholeNumber } from "./fields.ts";
import { monthlyUse } from "../daily-use.ts";

const gigabytes = (standard: number, change: string) => amount(10_000_000, "GB", change).default(standard);
const millions = (standard: number, change: string) => amount(1_000_000, "millions", change).default(standard);
const pieces = (standard: number, unit: string, change: string) => amount(1_000_000_000, unit, change).default(standard);

const fields = group({
  dailyUsers: wholeNumber(1, 10_000_000, "people", "Who come on a busy day: a stack too small for them is refused, and requests and users of the month follow from them").exactOptional(),
  phiGB: gigabytes(500, "Objects in the PHI bucket"),
  newPhiGB: gigabytes(50, "Objects that come each month"),
  tableGB: gigabytes(20, "Patient records in the table"),
  tableMillionWrites: millions(10, "Writes to the table each month"),
  tableMillionReads: millions(20, "Reads of the table each month"),
  databaseMillionWrites: millions(50, "Writes to the database each month, which an Aurora replica bills"),
  natGB: gigabytes(50, "Traffic through NAT gateways each month"),
  endpointGB: gigabytes(200, "Traffic through interface endpoints each month"),
  logGB: gigabytes(30, "Logs of cluster, database and functions each month"),
  flowLogGB: gigabytes(10, "Flow logs each month"),
  auditMillionEvents: millions(5, "Reads and writes of PHI that the trail records each month"),
  managementMillionEvents: millions(1, "Calls of AWS's interfaces each month, other than those"),
  clusterMillionEvents: millions(10, "Kubernetes' audit events each month"),
  keyMillionRequests: millions(1, "Requests to KMS each month"),
  metricMillionSamples: millions(500, "Samples that Prometheus takes each month"),
  grafanaEditors: pieces(2, "people", "Who changes dashboards in Managed Grafana each month"),
  grafanaViewers: pieces(5, "people", "Who looks at them each month"),
  apiMillionRequests: millions(1, "Requests to the API each month"),
  siteGB: gigabytes(50, "Pages that the site serves each month"),
  monthlyUsers: pieces(200, "users", "People who sign in each month"),
  configItems: pieces(4000, "items", "Changes that AWS Config records each month"),
  configEvaluations: pieces(20_000, "evaluations", "Judgements of AWS Config's rules each month"),
  imageGB: gigabytes(10, "Container images"),
});

/**
 * What is assumed of the use: the estimate of the monthly cost follows from it. Of `dailyUsers` alone
 * the fields that `monthlyUse` knows, which the file may still set, and what the stack must hold (S4-01).
 */
export const load = z.preprocess((given) => {
  const users: unknown = Object(given).dailyUsers;
  return typeof given === "object" && given !== null && typeof users === "number" && fields.shape.dailyUsers.safeParse(users).success ? { ...monthlyUse(users), ...given } : given;
}, fields.prefault({}));
