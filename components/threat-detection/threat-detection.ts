import type { Detector } from "@pulumi/aws/guardduty/detector.js";
import { Enabler } from "@pulumi/aws/inspector2/enabler.js";
import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { refuseProblems } from "../lib/problems.ts";
import { type Administration, detectionPlan, type DetectionPlan, detectionProblems, DetectionService } from "./detection-plan.ts";
import { archiveProblems, createFindingsArchive, type FindingsArchive } from "./findings-archive.ts";
import { createDetector } from "./guard-duty.ts";
import { createMacie } from "./macie.ts";
import { createMalwareScan, type PhiBucket } from "./malware-scan.ts";
import { createSecurityHub } from "./security-hub.ts";

export interface ThreatDetectionArgs {
  readonly deployment: Deployment;
  /** Buckets of the primary region that hold PHI. */
  readonly phiBuckets: PhiBucket[];
  /** Alias of those buckets' key, such as `alias/hipaa-prod/phi-data`. */
  readonly dataKeyAlias: string;
  /**
   * Whether this stack switches the services on, or the organization's delegated administrator does.
   * @default "account"
   */
  readonly administration?: Administration;
  /**
   * Services that the organization owns; the stack makes nothing of them, and says so in its outputs.
   * @default all four with administration "organization", none otherwise
   */
  readonly organizationServices?: DetectionService[];
  /**
   * Regions besides the deployment's two in which GuardDuty watches, because nothing should run there.
   * @default none
   */
  readonly moreRegions?: string[];
  /**
   * Part of the objects in PHI buckets that Macie reads each month, in percent, 1 to 100.
   * @default 10
   */
  readonly macieSamplingPercentage?: number;
  /**
   * A locked bucket in which GuardDuty's findings are kept. Of no use where the organization owns
   * GuardDuty: its administrator exports them.
   * @default none: findings are kept for 90 days
   */
  readonly findingsArchive?: FindingsArchive;
  /**
   * Whether only policies that AWS maintains may be attached (X-02, S5-09). None of them lets GuardDuty
   * scan uploads to one bucket, so that they are then not scanned.
   * @default false
   */
  readonly managedOnly?: boolean;
}

/**
 * The services that look for threats, misconfiguration, vulnerabilities and misplaced PHI.
 *
 * Guarantees: in both regions, as both hold PHI, GuardDuty watches with every protection (S3, EKS audit
 * logs, runtime of nodes, tasks and instances, RDS sign-ins, functions' traffic, malware on volumes) and
 * publishes within 15 minutes; Security Hub checks against AWS's best practices, CIS 5.0.0 and NIST
 * 800-53 r5, with findings of both regions gathered in the primary one; Macie looks for sensitive data;
 * Inspector scans instances, images and functions. Every object that is uploaded to a PHI bucket is
 * scanned for malware and tagged with the result, and a sample of each is classified monthly. On
 * request, findings are kept for years in a locked bucket. What the organization's delegated
 * administrator owns is left to it. Access from outside and permissions that nobody uses are watched by
 * AccountBaseline.
 * One deployment per account: each service is switched on once per account and region; one that is on
 * already is imported, or left to the organization.
 *
 * Requirement rows: S1-36, S1-37, S1-48, S5-27.
 * Upholds 45 CFR 164.308(a)(1)(ii)(A), 164.308(a)(1)(ii)(D), 164.308(a)(5)(ii)(B), 164.308(a)(6)(ii), 164.308(a)(8), 164.312(b).
 *
 * #### Cost
 * By use. GuardDuty: 4 USD per million management events, 1 USD per GB of flow logs, 1.50 USD per vCPU of
 * a node; Security Hub: 0.001 USD per check, about 10 USD per region; Macie: 0.10 USD per bucket and
 * 1 USD per GB read; Inspector: 1.26 USD per instance, 0.09 USD per image, 0.30 USD per function; malware
 * scan 0.09 USD per GB. A small platform: 60 to 90 USD a month.
 *
 * @example
 * ```typescript
 * new ThreatDetection("detection", {
 *   deployment, dataKeyAlias: "alias/hipaa-prod/phi-data",
 *   phiBuckets: [{ name: stores.bucket, bucket: data.bucketName }],
 * });
 * ```
 */
export class ThreatDetection extends pulumi.ComponentResource {
  /** Id of GuardDuty's detector in each region; empty where the organization owns GuardDuty. */
  readonly detectorIds: pulumi.Output<Record<string, string>>;
  /** Services that the stack leaves to the organization's delegated administrator. */
  readonly leftToOrganization: pulumi.Output<string[]>;
  /** Buckets whose uploads are scanned for malware; empty with `managedOnly`. */
  readonly scannedBucketNames: pulumi.Output<string[]>;

  constructor(name: string, args: ThreatDetectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:ThreatDetection", name, {}, opts);
    refuseProblems([...detectionProblems(args.deployment, args), ...(args.findingsArchive === undefined ? [] : archiveProblems(args.findingsArchive))], this, name);
    const plan = detectionPlan(args.deployment, args);

    const detectors = createDetectors(this, name, plan);
    if (args.findingsArchive !== undefined && detectors.size > 0) {
      createFindingsArchive(this, `${name}-findings`, args.deployment, args.findingsArchive, detectors);
    }
    createScanners(this, name, args, plan);
    const buckets = args.managedOnly === true ? [] : args.phiBuckets;
    createMalwareScan(this, `${name}-malware`, { deployment: args.deployment, buckets, dataKeyAlias: args.dataKeyAlias });
    this.detectorIds = pulumi.output(Object.fromEntries([...detectors].map(([region, { id }]) => [region, id])));
    this.leftToOrganization = pulumi.output([...plan.leftToOrganization]);
    this.scannedBucketNames = pulumi.output(buckets.map((scanned) => scanned.name));
    this.registerOutputs({ detectorIds: this.detectorIds, leftToOrganization: this.leftToOrganization, scannedBucketNames: this.scannedBucketNames });
  }
}

function createDetectors(parent: ThreatDetection, name: string, { services, phiRegions, emptyRegions }: DetectionPlan): ReadonlyMap<string, Detector> {
  const regions = services.has(DetectionService.GuardDuty) ? [...phiRegions, ...emptyRegions] : [];
  return new Map(regions.map((region) => [region, createDetector(parent, `${name}-guardduty-${region}`, region)]));
}

function createScanners(parent: ThreatDetection, name: string, { deployment, phiBuckets, macieSamplingPercentage }: ThreatDetectionArgs, { services, phiRegions }: DetectionPlan): void {
  if (services.has(DetectionService.SecurityHub)) {
    createSecurityHub(parent, `${name}-hub`, deployment, phiRegions);
  }
  if (services.has(DetectionService.Macie)) {
    createMacie(parent, `${name}-macie`, { deployment, regions: phiRegions, phiBuckets: phiBuckets.map(({ bucket }) => bucket), samplingPercentage: macieSamplingPercentage ?? 10 });
  }
  for (const region of services.has(DetectionService.Inspector) ? phiRegions : []) {
    new Enabler(`${name}-inspector-${region}`, { region, accountIds: [deployment.accountId], resourceTypes: ["EC2", "ECR", "LAMBDA"] }, { parent });
  }
}
