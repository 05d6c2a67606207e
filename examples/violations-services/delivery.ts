import { Project } from "@pulumi/aws/codebuild/project.js";
import { Repository } from "@pulumi/aws/ecr/repository.js";
import { RepositoryPolicy } from "@pulumi/aws/ecr/repositoryPolicy.js";
import { key, openTo, role } from "./account.ts";

/** Builds and images. */
export function makeDelivery(): void {
  // A build without logs, with a token in its address and a password among its variables.
  new Project("portal", {
    name: "clinic-portal",
    serviceRole: role("build"),
    encryptionKey: key,
    artifacts: { type: "NO_ARTIFACTS" },
    source: { type: "GITHUB", location: "https://builder:correct-horse@github.com/clinic/portal.git" },
    environment: {
      computeType: "BUILD_GENERAL1_SMALL",
      image: "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
      type: "LINUX_CONTAINER",
      environmentVariables: [{ name: "REGISTRY_PASSWORD", value: "correct horse battery staple" }],
    },
    logsConfig: { cloudwatchLogs: { status: "DISABLED" } },
  });

  // Images that anybody may pull, that can be changed under their tag, and that nobody looks into.
  const images = new Repository("portal", { name: "clinic/portal" });
  new RepositoryPolicy("portal-policy", { repository: images.name, policy: openTo("ecr:BatchGetImage") });
}
