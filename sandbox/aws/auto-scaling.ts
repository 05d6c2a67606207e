import { inWordsOf, loosely } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { textOf } from "../wire.ts";
import { byArn, byName } from "./reference-kinds.ts";
import { launchTemplate, launchTemplateName, role, subnet } from "./references.ts";

const group = byName({ types: ["aws:autoscaling/group:Group"], code: "ValidationError", message: "AutoScalingGroup name not found - AutoScalingGroup '{value}' not found" });
const targetGroup = byArn(["aws:lb/targetGroup:TargetGroup"], { code: "ValidationError", message: "Provided Target Groups may not be valid: {value}" });

/** Groups of instances, and the capacity of other services that scales. */
export const autoScalingModels: ResourceModels = {
  "aws:autoscaling/group:Group": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["name", "namePrefix"],
    defaults: { forceDelete: false, forceDeleteWarmPool: false, healthCheckGracePeriod: 300, ignoreFailedScalingActivities: false, metricsGranularity: "1Minute", protectFromScaleIn: false, waitForCapacityTimeout: "10m" },
    id: "{name}",
    duplicateCode: "AlreadyExists",
    outputs: (context) => {
      const { id, inputs, region } = context;
      return {
        arn: `arn:aws:autoscaling:${region}:123456789012:autoScalingGroup:${uuid(context)}:autoScalingGroupName/${id}`,
        defaultCooldown: 300, desiredCapacity: inputs["minSize"] ?? 0, healthCheckType: "EC2", predictedCapacity: 0, warmPoolSize: 0,
        serviceLinkedRoleArn: "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      };
    },
    references: {
      "launchTemplate.id": inWordsOf(loosely(launchTemplate), "ValidationError", "You must use a valid fully-formed launch template. The specified launch template, with template ID {value}, does not exist."),
      "launchTemplate.name": inWordsOf(launchTemplateName, "ValidationError", "You must use a valid fully-formed launch template. The specified launch template, with template name {value}, does not exist."),
      vpcZoneIdentifiers: inWordsOf(subnet, "ValidationError"),
      targetGroupArns: targetGroup,
    },
  },
  "aws:autoscaling/attachment:Attachment": {
    replaceOn: ["autoscalingGroupName", "elb", "lbTargetGroupArn"],
    id: "{autoscalingGroupName}-{hex:26}",
    references: { autoscalingGroupName: group, lbTargetGroupArn: targetGroup },
  },
  "aws:appautoscaling/target:Target": {
    replaceOn: ["resourceId", "scalableDimension", "serviceNamespace"],
    // The provider's id is the resource's alone, which the target for its other dimension has as well.
    id: "{resourceId}/{scalableDimension}",
    outputs: ({ hex, inputs, region }) => ({
      arn: `arn:aws:application-autoscaling:${region}:123456789012:scalable-target/${hex(20)}`,
      roleArn: `arn:aws:iam::123456789012:role/aws-service-role/${textOf(inputs["serviceNamespace"])}.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling`,
    }),
    references: { roleArn: inWordsOf(role, "ValidationException", "The role {value} does not exist") },
  },
};
