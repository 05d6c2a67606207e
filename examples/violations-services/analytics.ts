import { Workgroup } from "@pulumi/aws/athena/workgroup.js";
import { BlockPublicAccessConfiguration } from "@pulumi/aws/emr/blockPublicAccessConfiguration.js";
import { Cluster } from "@pulumi/aws/emr/cluster.js";
import { EventDataStore } from "@pulumi/aws/cloudtrail/eventDataStore.js";
import { DataCatalogEncryptionSettings } from "@pulumi/aws/glue/dataCatalogEncryptionSettings.js";
import { Job } from "@pulumi/aws/glue/job.js";
import { SecurityConfiguration } from "@pulumi/aws/glue/securityConfiguration.js";
import { EndpointConfiguration } from "@pulumi/aws/sagemaker/endpointConfiguration.js";
import { NotebookInstance } from "@pulumi/aws/sagemaker/notebookInstance.js";
import { key, role } from "./account.ts";
import type { Network } from "./network.ts";

/** Queries, jobs, notebooks and the record of events. */
export function makeAnalytics(network: Network): void {
  // Answers to queries in the clear, and a record of events that is gone within a quarter.
  new Workgroup("analysts", { name: "clinic-analysts", configuration: { enforceWorkgroupConfiguration: false, resultConfiguration: { outputLocation: "s3://clinic-results/" } } });
  new EventDataStore("events", { name: "clinic-events", kmsKeyId: key, retentionPeriod: 90, terminationProtectionEnabled: false });

  // A catalogue and jobs that encrypt nothing.
  new DataCatalogEncryptionSettings("catalogue", {
    dataCatalogEncryptionSettings: { encryptionAtRest: { catalogEncryptionMode: "DISABLED" }, connectionPasswordEncryption: { returnConnectionPasswordEncrypted: false } },
  });
  new SecurityConfiguration("careless", {
    name: "clinic-careless",
    encryptionConfiguration: {
      s3Encryption: { s3EncryptionMode: "DISABLED" },
      cloudwatchEncryption: { cloudwatchEncryptionMode: "DISABLED" },
      jobBookmarksEncryption: { jobBookmarksEncryptionMode: "DISABLED" },
    },
  });
  new Job("nightly", { name: "clinic-nightly", roleArn: role("glue"), command: { scriptLocation: "s3://clinic-code/nightly.py" } });

  // A cluster on the internet's side that believes whoever is on its network.
  new BlockPublicAccessConfiguration("emr", { blockPublicSecurityGroupRules: false });
  new Cluster("cohorts", { name: "clinic-cohorts", releaseLabel: "emr-7.5.0", serviceRole: role("emr"), ec2Attributes: { instanceProfile: "clinic-emr", subnetId: network.frontage.id } });

  // A notebook with the internet next to patients' data, and a model that writes its inputs down in the clear.
  new NotebookInstance("study", { name: "clinic-study", instanceType: "ml.t3.medium", roleArn: role("notebook") });
  new EndpointConfiguration("triage", { name: "clinic-triage", productionVariants: [{ modelName: "clinic-triage", instanceType: "ml.m5.large", initialInstanceCount: 1 }] });
}
