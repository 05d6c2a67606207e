import { rdsMasterPasswordNotInProgram } from "../../../../policypack/rules/rds/rds-master-password-not-in-program.ts";
import { testRule } from "../../rule-tester.ts";

testRule(rdsMasterPasswordNotInProgram, {
  compliant: [
    { props: { username: "records", manageMasterUserPassword: true } },
    { props: { username: "records", passwordWo: "[secret]", passwordWoVersion: 1 } },
    { props: { replicateSourceDb: "records" } },
    { type: "aws:rds/cluster:Cluster", props: { masterUsername: "records", manageMasterUserPassword: true } },
    { type: "aws:rds/cluster:Cluster", props: { globalClusterIdentifier: "records", sourceRegion: "us-east-1" } },
    { type: "aws:rds/cluster:Cluster", props: { sourceRegion: "us-east-1" } },
  ],
  violating: [
    { why: "a password in the program", props: { password: "[secret]" }, property: "password", found: "a password, which the state of the stack keeps" },
    { why: "a cluster's password in the program", props: { masterPassword: "[secret]" }, property: "masterPassword", found: "a password, which the state of the stack keeps" },
    { why: "nobody manages the password", props: { manageMasterUserPassword: undefined }, property: "manageMasterUserPassword", found: "false" },
  ],
  unknown: ["manageMasterUserPassword"],
});
