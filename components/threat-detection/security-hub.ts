import { Account } from "@pulumi/aws/securityhub/account.js";
import { FindingAggregator } from "@pulumi/aws/securityhub/findingAggregator.js";
import { StandardsSubscription } from "@pulumi/aws/securityhub/standardsSubscription.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";

/** Standards by the name of their subscription; Security Hub has none of its own for HIPAA. */
const STANDARDS = {
  "best-practices": "aws-foundational-security-best-practices/v/1.0.0",
  cis: "cis-aws-foundations-benchmark/v/5.0.0",
  nist: "nist-800-53/v/5.0.0",
} as const;

/** Security Hub in every region that holds PHI, with its findings gathered in the primary one. */
export function createSecurityHub(parent: pulumi.Resource, name: string, deployment: Deployment, regions: readonly string[]): void {
  const accounts = regions.map((region) => createHub(parent, region === deployment.region ? name : `${name}-${region}`, deployment, region));
  new FindingAggregator(`${name}-findings`, {
    region: deployment.region, linkingMode: "SPECIFIED_REGIONS", specifiedRegions: regions.filter((region) => region !== deployment.region),
  }, { parent, dependsOn: accounts });
}

function createHub(parent: pulumi.Resource, name: string, deployment: Deployment, region: string): Account {
  const account = new Account(name, { region, enableDefaultStandards: false, autoEnableControls: true, controlFindingGenerator: "SECURITY_CONTROL" }, { parent });
  for (const [id, standard] of Object.entries(STANDARDS)) {
    new StandardsSubscription(`${name}-${id}`, { region, standardsArn: `arn:${deployment.partition ?? "aws"}:securityhub:${region}::standards/${standard}` }, { parent: account, dependsOn: [account] });
  }
  return account;
}
