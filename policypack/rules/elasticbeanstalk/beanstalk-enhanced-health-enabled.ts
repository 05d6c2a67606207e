import { BEANSTALK_TYPES, type BeanstalkOption, judgeOption, takesTemplate } from "../../engine/beanstalk-settings.ts";
import { defineRule } from "../../engine/rule.ts";

const OPTION: BeanstalkOption = { namespace: "aws:elasticbeanstalk:healthreporting:system", name: "SystemType", allowed: ["enhanced"] };

export const beanstalkEnhancedHealthEnabled = defineRule({
  name: "beanstalk-enhanced-health-enabled",
  description: "Beanstalk environments report enhanced health.",
  severity: "low",
  citations: ["164.312(b)"],
  controls: ["beanstalk-enhanced-health"],
  remediation: ['Add the setting SystemType: "enhanced" in aws:elasticbeanstalk:healthreporting:system.'],
  url: "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced.html",
  resources: BEANSTALK_TYPES,
  check: ({ props }) => (takesTemplate(props, OPTION) ? { notApplicable: "its configuration template is judged" } : judgeOption(props, OPTION)),
});
