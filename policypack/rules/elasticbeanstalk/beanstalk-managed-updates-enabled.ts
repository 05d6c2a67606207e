import { BEANSTALK_TYPES, type BeanstalkOption, judgeOption, takesTemplate } from "../../engine/beanstalk-settings.ts";
import { defineRule } from "../../engine/rule.ts";

const OPTIONS: readonly BeanstalkOption[] = [
  { namespace: "aws:elasticbeanstalk:managedactions", name: "ManagedActionsEnabled", allowed: ["true"] },
  { namespace: "aws:elasticbeanstalk:managedactions:platformupdate", name: "UpdateLevel", allowed: ["minor", "patch"] },
];

export const beanstalkManagedUpdatesEnabled = defineRule({
  name: "beanstalk-managed-updates-enabled",
  description: "Beanstalk environments take minor and patch updates of their platform.",
  severity: "medium",
  citations: ["164.308(a)(5)(ii)(A)"],
  controls: ["beanstalk-managed-updates"],
  remediation: ['Add the settings ManagedActionsEnabled: "true" in aws:elasticbeanstalk:managedactions and UpdateLevel: "minor" in aws:elasticbeanstalk:managedactions:platformupdate.'],
  url: "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html",
  resources: BEANSTALK_TYPES,
  check: ({ props }) =>
    OPTIONS.every((option) => takesTemplate(props, option)) ? { notApplicable: "its configuration template is judged" } : OPTIONS.flatMap((option) => judgeOption(props, option)),
});
