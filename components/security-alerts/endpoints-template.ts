import type { Deployment } from "../lib/deployment.ts";
import { alertNames } from "./alert-names.ts";

/** Where a secret of Secrets Manager holds one value. */
export interface SecretField {
  readonly secretName: string;
  /** Key within the secret's JSON. */
  readonly field: string;
  /** @default the current version */
  readonly versionId?: string;
}

/** What the stack of endpoints is made of. */
export interface EndpointSecrets {
  readonly slack?: SecretField;
  readonly pagerDuty?: SecretField;
}

/** Names of the stack's outputs: the ARNs of the destinations. */
export const ENDPOINT_OUTPUTS = { slack: "SlackArn", pagerDuty: "PagerDutyArn" } as const;

/** Calls a second to an endpoint; more wait their turn. */
const CALLS_PER_SECOND = 5;

/**
 * CloudFormation template of the endpoints. It is the one way by which a credential goes from Secrets
 * Manager to EventBridge without passing through this program, its state or a preview: CloudFormation
 * resolves the reference itself, and never shows the value (AWS: "AWS::Events::Connection").
 */
export function endpointsTemplate(deployment: Deployment, { slack, pagerDuty }: EndpointSecrets): string {
  const names = alertNames(deployment);
  return JSON.stringify({
    Description: `${deployment.prefix}: where alerts go besides topics`,
    Resources: {
      ...(slack === undefined ? {} : {
        SlackConnection: connection(names.slackEndpoint, { ApiKeyAuthParameters: { ApiKeyName: "Authorization", ApiKeyValue: reference(slack) } }),
        SlackDestination: destination(names.slackEndpoint, "SlackConnection", "https://slack.com/api/chat.postMessage"),
      }),
      ...(pagerDuty === undefined ? {} : {
        PagerDutyConnection: connection(names.pagerDutyEndpoint, {
          // EventBridge wants a header; PagerDuty reads the key in the body.
          ApiKeyAuthParameters: { ApiKeyName: "X-Routing-Key", ApiKeyValue: reference(pagerDuty) },
          InvocationHttpParameters: { BodyParameters: [{ Key: "routing_key", Value: reference(pagerDuty), IsValueSecret: true }] },
        }),
        PagerDutyDestination: destination(names.pagerDutyEndpoint, "PagerDutyConnection", "https://events.pagerduty.com/v2/enqueue"),
      }),
    },
    Outputs: {
      ...(slack === undefined ? {} : { [ENDPOINT_OUTPUTS.slack]: { Value: { "Fn::GetAtt": ["SlackDestination", "Arn"] } } }),
      ...(pagerDuty === undefined ? {} : { [ENDPOINT_OUTPUTS.pagerDuty]: { Value: { "Fn::GetAtt": ["PagerDutyDestination", "Arn"] } } }),
    },
  });
}

function reference({ secretName, field, versionId }: SecretField): string {
  return `{{resolve:secretsmanager:${secretName}:SecretString:${field}${versionId === undefined ? "" : `::${versionId}`}}}`;
}

function connection(name: string, authParameters: object): object {
  return { Type: "AWS::Events::Connection", Properties: { Name: name, AuthorizationType: "API_KEY", AuthParameters: authParameters } };
}

function destination(name: string, connectionId: string, url: string): object {
  return {
    Type: "AWS::Events::ApiDestination",
    Properties: {
      Name: name, ConnectionArn: { "Fn::GetAtt": [connectionId, "Arn"] }, HttpMethod: "POST", InvocationEndpoint: url, InvocationRateLimitPerSecond: CALLS_PER_SECOND,
    },
  };
}
