import { defineRule } from "../../engine/rule.ts";

/** Databases made from another one take its password over; the region of the other one stays when they stand for themselves. */
const WITHOUT_PASSWORD = ["replicateSourceDb", "replicationSourceIdentifier", "globalClusterIdentifier", "sourceRegion", "snapshotIdentifier", "restoreToPointInTime"];

/** Sent to AWS and kept nowhere. */
const WRITE_ONLY = ["passwordWo", "masterPasswordWo"];

export const rdsMasterPasswordNotInProgram = defineRule({
  name: "rds-master-password-not-in-program",
  description: "The master password is never given by the program in a form that its state would keep.",
  severity: "critical",
  citations: ["164.308(a)(5)(ii)(D)", "164.312(d)"],
  controls: ["rds-no-plaintext-master-password"],
  remediation: [
    "Set manageMasterUserPassword: true and remove the password.",
    "RDS refuses read replicas of a database that manages its password: give passwordWo (masterPasswordWo for a cluster) from a Secrets Manager secret there.",
  ],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html",
  resources: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
  check: ({ props }) => {
    const given = ["password", "masterPassword"].find((name) => props.has(name));
    if (given !== undefined) {
      return [{ property: given, found: "a password, which the state of the stack keeps", required: "nothing; manageMasterUserPassword: true instead" }];
    }
    if (WITHOUT_PASSWORD.some((name) => props.has(name)) || WRITE_ONLY.some((name) => props.has(name))) {
      return [];
    }
    const managed = props.boolean("manageMasterUserPassword") ?? false;
    return managed ? [] : [{ property: "manageMasterUserPassword", found: String(managed), required: "true" }];
  },
});
