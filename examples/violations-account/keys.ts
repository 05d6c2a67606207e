import { Grant } from "@pulumi/aws/kms/grant.js";
import { Key } from "@pulumi/aws/kms/key.js";
import { Queue } from "@pulumi/aws/sqs/queue.js";
import { accountId, allow, byPoliciesOfTheAccount, role } from "./documents.ts";

const rotating = { enableKeyRotation: true, deletionWindowInDays: 30 } as const;
const kept = { protect: true } as const;

// A key of patients' data with which whoever may decrypt may decrypt anything, and which the operators' data share.
const patients = new Key("patients", { ...rotating, policy: allow(byPoliciesOfTheAccount), tags: { DataClassification: "phi" } }, kept);
new Queue("referrals", { name: "clinic-referrals", kmsMasterKeyId: patients.arn, tags: { DataClassification: "phi" } }, kept);
new Queue("metrics", { name: "clinic-metrics", kmsMasterKeyId: patients.arn, tags: { DataClassification: "operational" } }, kept);

// A grant to the whole account, which can be passed on.
new Grant("reporting", { keyId: patients.keyId, granteePrincipal: `arn:aws:iam::${accountId}:root`, operations: ["Decrypt", "CreateGrant"] });

// A key for enclaves that decrypts for one in debug mode, without attestation, and by grants around it.
new Key("enclave", {
  ...rotating,
  policy: allow(
    { Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: ["kms:DescribeKey", "kms:PutKeyPolicy", "kms:GetKeyPolicy"], Resource: "*" },
    { Principal: { AWS: role("enclave") }, Action: ["kms:Decrypt", "kms:CreateGrant"], Resource: "*" },
    { Principal: { AWS: role("enclave") }, Action: "kms:Decrypt", Resource: "*", Condition: { StringEqualsIgnoreCase: { "kms:RecipientAttestation:ImageSha384": "0".repeat(96) } } },
  ),
  tags: { DataClassification: "operational", Enclave: "true" },
}, kept);
