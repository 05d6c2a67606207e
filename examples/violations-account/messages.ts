import { Secret } from "@pulumi/aws/secretsmanager/secret.js";
import { SecretPolicy } from "@pulumi/aws/secretsmanager/secretPolicy.js";
import { Topic } from "@pulumi/aws/sns/topic.js";
import { TopicSubscription } from "@pulumi/aws/sns/topicSubscription.js";
import { Queue } from "@pulumi/aws/sqs/queue.js";
import { Document } from "@pulumi/aws/ssm/document.js";
import { Parameter } from "@pulumi/aws/ssm/parameter.js";
import { allow } from "./documents.ts";

const operational = { DataClassification: "operational" } as const;

// Messages that AWS's own keys encrypt, or none, that travel in the clear.
const notices = new Topic("notices", { name: "clinic-notices", tags: operational });
new TopicSubscription("notices-by-http", { topic: notices.arn, protocol: "http", endpoint: "http://notices.clinic.example/" });
new Queue("letters", { name: "clinic-letters", kmsMasterKeyId: "alias/aws/sqs", tags: operational }, { protect: true });

// A secret of AWS's key that never changes and that anybody may read; a password beside it as plain text; a runbook
// that every account of AWS may run.
const login = new Secret("database-login", { name: "clinic/database-login" });
new SecretPolicy("database-login-policy", { secretArn: login.arn, policy: allow({ Principal: "*", Action: "secretsmanager:GetSecretValue", Resource: "*" }) });
new Parameter("database-password", { name: "/clinic/database/password", type: "String", value: "correct horse battery staple" });
new Document("restart", {
  name: "clinic-restart",
  documentType: "Command",
  content: JSON.stringify({ schemaVersion: "2.2", description: "Restart", mainSteps: [] }),
  permissions: { type: "Share", account_ids: "All" },
});
