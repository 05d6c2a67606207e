import type { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { QueryDefinition } from "@pulumi/aws/cloudwatch/queryDefinition.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";

/** Questions to the stream, for the minutes and days in which Athena would be slow, as Logs Insights takes them (S4-44). */
export const LOG_QUERIES: Readonly<Record<string, string>> = {
  "denied-calls": lines(
    "filter errorCode like /AccessDenied|UnauthorizedOperation/",
    "stats count(*) as calls, latest(errorMessage) as lastMessage by userIdentity.arn, eventSource, eventName",
    "sort calls desc",
  ),
  "console-sign-ins": lines(
    'filter eventName = "ConsoleLogin"',
    "stats count(*) as attempts by userIdentity.arn, responseElements.ConsoleLogin, additionalEventData.MFAUsed, sourceIPAddress",
    "sort attempts desc",
  ),
  "changes-by-people": lines(
    "filter not ispresent(userIdentity.invokedBy) and eventName like /^(Add|Attach|Authorize|Create|Delete|Deregister|Detach|Disable|Enable|Modify|Put|Remove|Replace|Revoke|Schedule|Set|Start|Stop|Update)/",
    "fields eventTime, userIdentity.arn, eventSource, eventName, sourceIPAddress, errorCode",
    "sort eventTime desc",
  ),
  "key-use": lines(
    'filter eventSource = "kms.amazonaws.com"',
    "stats count(*) as calls by eventName, userIdentity.sessionContext.sessionIssuer.arn, resources.0.ARN",
    "sort calls desc",
  ),
};

/** Saves the questions, in a folder of the deployment's own. */
export function createLogQueries(parent: pulumi.Resource, name: string, { prefix }: Deployment, logGroup: LogGroup): void {
  for (const [id, queryString] of Object.entries(LOG_QUERIES)) {
    new QueryDefinition(`${name}-log-query-${id}`, { name: `${prefix}/audit/${id}`, logGroupNames: [logGroup.name], queryString }, { parent });
  }
}

function lines(...stages: readonly string[]): string {
  return stages.join("\n| ");
}
