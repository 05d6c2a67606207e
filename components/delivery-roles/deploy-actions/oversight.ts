import type { ServiceActions } from "./service-actions.ts";

const TAGS = "ListTagsForResource TagResource UntagResource";

/** What watches: trails, logs, alarms, findings, configuration. */
export const oversightActions: readonly ServiceActions[] = [
  {
    service: "cloudtrail",
    resources: ["cloudtrail:*:{account}:trail/{prefix}-*", "cloudtrail:*:{account}:eventdatastore/*"],
    anywhere: "ListTrails",
    types: {
      "aws:cloudtrail/trail:Trail": `AddTags CreateTrail DeleteTrail DescribeTrails GetEventSelectors GetInsightSelectors GetTrail GetTrailStatus ListTags ListTrails PutEventSelectors PutInsightSelectors RemoveTags StartLogging
        StopLogging UpdateTrail pass:cloudtrail.amazonaws.com`,
    },
  },
  {
    service: "logs",
    resources: ["logs:*:{account}:log-group:*", "logs:*:{account}:delivery:*", "logs:*:{account}:delivery-destination:*", "logs:*:{account}:delivery-source:*"],
    anywhere: "CreateLogDelivery DeleteLogDelivery DeleteQueryDefinition DeleteResourcePolicy PutQueryDefinition PutResourcePolicy",
    types: {
      "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy": "DeleteDataProtectionPolicy GetDataProtectionPolicy PutDataProtectionPolicy",
      "aws:cloudwatch/logDelivery:LogDelivery": `CreateDelivery DeleteDelivery DescribeDeliveries GetDelivery UpdateDeliveryConfiguration ${TAGS}`,
      "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": `DeleteDeliveryDestination GetDeliveryDestination PutDeliveryDestination ${TAGS}`,
      "aws:cloudwatch/logDeliverySource:LogDeliverySource": `DeleteDeliverySource GetDeliverySource PutDeliverySource ${TAGS}`,
      "aws:cloudwatch/logGroup:LogGroup": `AssociateKmsKey CreateLogGroup DeleteLogGroup DeleteRetentionPolicy DescribeLogGroups DisassociateKmsKey PutRetentionPolicy ${TAGS}`,
      "aws:cloudwatch/logMetricFilter:LogMetricFilter": "DeleteMetricFilter DescribeMetricFilters PutMetricFilter",
      "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": "DeleteResourcePolicy DescribeResourcePolicies PutResourcePolicy",
      "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": "DeleteSubscriptionFilter DescribeSubscriptionFilters PutSubscriptionFilter",
      "aws:cloudwatch/queryDefinition:QueryDefinition": "DeleteQueryDefinition DescribeQueryDefinitions PutQueryDefinition",
    },
  },
  {
    service: "cloudwatch",
    resources: ["cloudwatch:*:{account}:alarm:{prefix}*", "cloudwatch::{account}:dashboard/{prefix}*"],
    types: {
      "aws:cloudwatch/compositeAlarm:CompositeAlarm": `DeleteAlarms DescribeAlarms PutCompositeAlarm ${TAGS}`,
      "aws:cloudwatch/dashboard:Dashboard": "DeleteDashboards GetDashboard PutDashboard",
      "aws:cloudwatch/metricAlarm:MetricAlarm": `DeleteAlarms DescribeAlarms PutMetricAlarm ${TAGS}`,
    },
  },
  {
    service: "events",
    resources: ["events:*:{account}:rule/{prefix}*", "events:*:{account}:rule/*/{prefix}*", "events:*:{account}:event-bus/*", "events:*:{account}:connection/{prefix}*", "events:*:{account}:api-destination/{prefix}*",
      "events:*:{account}:archive/{prefix}*"],
    anywhere: "PutPermission RemovePermission",
    types: {
      "aws:cloudwatch/eventApiDestination:EventApiDestination": "CreateApiDestination DeleteApiDestination DescribeApiDestination UpdateApiDestination",
      "aws:cloudwatch/eventBusPolicy:EventBusPolicy": "DescribeEventBus PutPermission RemovePermission",
      "aws:cloudwatch/eventConnection:EventConnection": "CreateConnection DeleteConnection DescribeConnection UpdateConnection linked:apidestinations.events.amazonaws.com",
      "aws:cloudwatch/eventRule:EventRule": `DeleteRule DescribeRule DisableRule EnableRule PutRule ${TAGS}`,
      "aws:cloudwatch/eventTarget:EventTarget": "ListTargetsByRule PutTargets RemoveTargets pass:events.amazonaws.com",
    },
  },
  {
    service: "scheduler",
    resources: ["scheduler:*:{account}:schedule/*/{prefix}*", "scheduler:*:{account}:schedule-group/{prefix}*"],
    types: {
      "aws:scheduler/schedule:Schedule": "CreateSchedule DeleteSchedule GetSchedule UpdateSchedule pass:scheduler.amazonaws.com",
      "aws:scheduler/scheduleGroup:ScheduleGroup": `CreateScheduleGroup DeleteScheduleGroup GetScheduleGroup ${TAGS}`,
    },
  },
  {
    service: "athena",
    resources: ["athena:*:{account}:workgroup/{prefix}-*", "athena:*:{account}:datacatalog/*"],
    types: {
      "aws:athena/namedQuery:NamedQuery": "CreateNamedQuery DeleteNamedQuery GetNamedQuery",
      "aws:athena/workgroup:Workgroup": `CreateWorkGroup DeleteWorkGroup GetWorkGroup UpdateWorkGroup ${TAGS}`,
    },
  },
  {
    service: "glue",
    resources: ["glue:*:{account}:catalog", "glue:*:{account}:database/{name}_*", "glue:*:{account}:table/{name}_*/*"],
    types: {
      "aws:glue/catalogDatabase:CatalogDatabase": "CreateDatabase DeleteDatabase GetDatabase GetTags TagResource UntagResource UpdateDatabase",
      "aws:glue/catalogTable:CatalogTable": "CreateTable DeleteTable GetPartitionIndexes GetTable UpdateTable",
    },
  },
  {
    service: "config",
    resources: ["config:*:{account}:config-rule/*", "config:*:{account}:conformance-pack/*", "config:*:{account}:config-aggregator/*", "config:*:{account}:aggregation-authorization/*",
      "config:*:{account}:remediation-configuration/*", "config:*:{account}:configuration-recorder/*"],
    anywhere: "DeleteDeliveryChannel DeleteRetentionConfiguration PutDeliveryChannel PutRetentionConfiguration",
    types: {
      "aws:cfg/aggregateAuthorization:AggregateAuthorization": `DeleteAggregationAuthorization DescribeAggregationAuthorizations PutAggregationAuthorization ${TAGS}`,
      "aws:cfg/configurationAggregator:ConfigurationAggregator": `DeleteConfigurationAggregator DescribeConfigurationAggregators PutConfigurationAggregator ${TAGS} pass:config.amazonaws.com`,
      "aws:cfg/conformancePack:ConformancePack": "DeleteConformancePack DescribeConformancePackStatus DescribeConformancePacks PutConformancePack linked:config-conforms.amazonaws.com",
      "aws:cfg/deliveryChannel:DeliveryChannel": "DeleteDeliveryChannel DescribeDeliveryChannels PutDeliveryChannel",
      "aws:cfg/recorder:Recorder": "DeleteConfigurationRecorder DescribeConfigurationRecorders PutConfigurationRecorder linked:config.amazonaws.com pass:config.amazonaws.com",
      "aws:cfg/recorderStatus:RecorderStatus": "DescribeConfigurationRecorderStatus StartConfigurationRecorder StopConfigurationRecorder",
      "aws:cfg/remediationConfiguration:RemediationConfiguration": "DeleteRemediationConfiguration DescribeRemediationConfigurations PutRemediationConfigurations pass:ssm.amazonaws.com linked:remediation.config.amazonaws.com",
      "aws:cfg/retentionConfiguration:RetentionConfiguration": "DeleteRetentionConfiguration DescribeRetentionConfigurations PutRetentionConfiguration",
      "aws:cfg/rule:Rule": `DeleteConfigRule DescribeConfigRules PutConfigRule ${TAGS}`,
    },
  },
  {
    service: "guardduty",
    resources: ["guardduty:*:{account}:detector/*", "guardduty:*:{account}:malware-protection-plan/*"],
    anywhere: "CreateDetector CreateMalwareProtectionPlan CreatePublishingDestination",
    types: {
      "aws:guardduty/detector:Detector": `CreateDetector DeleteDetector GetDetector UpdateDetector ${TAGS} linked:guardduty.amazonaws.com`,
      "aws:guardduty/detectorFeature:DetectorFeature": "GetDetector UpdateDetector linked:malware-protection.guardduty.amazonaws.com",
      "aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan": `CreateMalwareProtectionPlan DeleteMalwareProtectionPlan GetMalwareProtectionPlan UpdateMalwareProtectionPlan ${TAGS} pass:malware-protection-plan.guardduty.amazonaws.com`,
      "aws:guardduty/publishingDestination:PublishingDestination": "CreatePublishingDestination DeletePublishingDestination DescribePublishingDestination UpdatePublishingDestination",
    },
  },
  {
    service: "securityhub",
    resources: ["securityhub:*:{account}:hub/default", "securityhub:*:{account}:finding-aggregator/*", "securityhub:*:{account}:automation-rule/*"],
    anywhere: "CreateFindingAggregator ListFindingAggregators",
    types: {
      "aws:securityhub/account:Account": "DescribeHub DisableSecurityHub EnableSecurityHub UpdateSecurityHubConfiguration linked:securityhub.amazonaws.com",
      "aws:securityhub/findingAggregator:FindingAggregator": "CreateFindingAggregator DeleteFindingAggregator GetFindingAggregator ListFindingAggregators UpdateFindingAggregator",
      "aws:securityhub/standardsSubscription:StandardsSubscription": "BatchDisableStandards BatchEnableStandards DescribeStandards GetEnabledStandards",
    },
  },
  {
    service: "macie2",
    resources: ["macie2:*:{account}:classification-job/*"],
    anywhere: "DisableMacie EnableMacie GetClassificationExportConfiguration GetMacieSession PutClassificationExportConfiguration UpdateMacieSession",
    types: {
      "aws:macie2/account:Account": "DisableMacie EnableMacie GetMacieSession UpdateMacieSession linked:macie.amazonaws.com",
      "aws:macie2/classificationExportConfiguration:ClassificationExportConfiguration": "GetClassificationExportConfiguration PutClassificationExportConfiguration",
      "aws:macie2/classificationJob:ClassificationJob": `CreateClassificationJob DescribeClassificationJob UpdateClassificationJob ${TAGS}`,
    },
  },
  {
    service: "inspector2",
    resources: [],
    anywhere: "BatchGetAccountStatus Disable Enable",
    types: { "aws:inspector2/enabler:Enabler": "BatchGetAccountStatus Disable Enable linked:inspector2.amazonaws.com" },
  },
  {
    service: "access-analyzer",
    resources: ["access-analyzer:*:{account}:analyzer/{prefix}-*"],
    types: { "aws:accessanalyzer/analyzer:Analyzer": `CreateAnalyzer DeleteAnalyzer GetAnalyzer UpdateAnalyzer ${TAGS} linked:access-analyzer.amazonaws.com` },
  },
  {
    service: "aps",
    resources: ["aps:*:{account}:workspace/*", "aps:*:{account}:rulegroupsnamespace/*"],
    anywhere: "CreateWorkspace",
    types: {
      "aws:amp/alertManagerDefinition:AlertManagerDefinition": "CreateAlertManagerDefinition DeleteAlertManagerDefinition DescribeAlertManagerDefinition PutAlertManagerDefinition",
      "aws:amp/ruleGroupNamespace:RuleGroupNamespace": `CreateRuleGroupsNamespace DeleteRuleGroupsNamespace DescribeRuleGroupsNamespace PutRuleGroupsNamespace ${TAGS}`,
      "aws:amp/workspace:Workspace": `CreateLoggingConfiguration CreateWorkspace DeleteLoggingConfiguration DeleteWorkspace DescribeLoggingConfiguration DescribeWorkspace UpdateLoggingConfiguration UpdateWorkspaceAlias ${TAGS} key:aps`,
      "aws:amp/workspaceConfiguration:WorkspaceConfiguration": "DescribeWorkspaceConfiguration UpdateWorkspaceConfiguration",
    },
  },
  {
    service: "grafana",
    resources: ["grafana:*:{account}:/workspaces/*"],
    anywhere: "CreateWorkspace",
    types: {
      "aws:grafana/workspace:Workspace": `CreateWorkspace DeleteWorkspace DescribeWorkspace DescribeWorkspaceConfiguration UpdateWorkspace UpdateWorkspaceAuthentication ${TAGS} pass:grafana.amazonaws.com linked:grafana.amazonaws.com organizations:DescribeOrganization sso:CreateManagedApplicationInstance sso:DeleteManagedApplicationInstance sso:DescribeRegisteredRegions sso:GetSharedSsoConfiguration`,
    },
  },
  {
    // A workspace is an application of IAM Identity Center, whose actions on applications take no resource.
    service: "sso",
    resources: [],
    anywhere: "CreateManagedApplicationInstance DeleteManagedApplicationInstance GetSharedSsoConfiguration",
    types: {},
  },
  {
    service: "xray",
    resources: ["xray:*:{account}:group/*", "xray:*:{account}:sampling-rule/*"],
    anywhere: "GetEncryptionConfig GetSamplingRules PutEncryptionConfig",
    types: {
      "aws:xray/encryptionConfig:EncryptionConfig": "GetEncryptionConfig PutEncryptionConfig",
      "aws:xray/group:Group": `CreateGroup DeleteGroup GetGroup UpdateGroup ${TAGS}`,
      "aws:xray/samplingRule:SamplingRule": `CreateSamplingRule DeleteSamplingRule GetSamplingRules UpdateSamplingRule ${TAGS}`,
    },
  },
];
