import { Account } from "@pulumi/aws/macie2/account.js";
import { ClassificationJob } from "@pulumi/aws/macie2/classificationJob.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";

export interface MacieSpec {
  readonly deployment: Deployment;
  readonly regions: readonly string[];
  readonly phiBuckets: readonly pulumi.Input<string>[];
  readonly samplingPercentage: number;
}

/** Macie in every region that holds PHI, and a monthly look at a sample of the PHI buckets. */
export function createMacie(parent: pulumi.Resource, name: string, { deployment, regions, phiBuckets, samplingPercentage }: MacieSpec): void {
  const [home] = regions.map((region) => new Account(region === deployment.region ? name : `${name}-${region}`, {
    region, status: "ENABLED", findingPublishingFrequency: "FIFTEEN_MINUTES",
  }, { parent }));
  new ClassificationJob(`${name}-phi`, {
    region: deployment.region,
    name: `${deployment.prefix}-phi-sample`,
    description: "Which kinds of sensitive data the PHI buckets hold, on a sample",
    jobType: "SCHEDULED",
    initialRun: true,
    scheduleFrequency: { monthlySchedule: 1 },
    samplingPercentage,
    s3JobDefinition: { bucketDefinitions: [{ accountId: deployment.accountId, buckets: [...phiBuckets] }] },
    tags: classified("operational"),
  }, { parent, dependsOn: home === undefined ? [] : [home] });
}
