import { exactly, group, region, text, url } from "./fields.ts";
import { audit, backup, budget, logs, stackFields } from "./shared.ts";

const topicArn = text(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:\S+$/u, "ARN of a topic", "Give the topic of the account's alerts, whose policy lets CloudWatch and AWS Backup publish");

/**
 * Every field of a stack without network, cluster and database (X-09): patients' records in a table,
 * with their keys, trail and backups. What an account has once, such as threat detection and the
 * topics of its alerts, is another stack's.
 */
export const serverlessSchema = group({
  ...stackFields,
  profile: exactly("serverless", 'one of "platform", "serverless"', "serverless has neither network nor cluster nor database"),
  audit,
  logs,
  backup,
  dr: group({ region }),
  alerts: group({ topicArn, recoveryTopicArn: topicArn }),
  observability: group({ runbookUrl: url }),
  budget,
});
