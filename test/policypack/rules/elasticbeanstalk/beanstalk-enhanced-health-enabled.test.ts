import { beanstalkEnhancedHealthEnabled } from "../../../../policypack/rules/elasticbeanstalk/beanstalk-enhanced-health-enabled.ts";
import { testRule } from "../../rule-tester.ts";

const enhanced = { namespace: "aws:elasticbeanstalk:healthreporting:system", name: "SystemType", value: "enhanced" };

testRule(beanstalkEnhancedHealthEnabled, {
  compliant: [
    { props: { settings: [enhanced] } },
    { type: "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate", props: { settings: [enhanced] } },
    { props: { templateName: "web", settings: [enhanced] } },
  ],
  violating: [
    { why: "no settings", props: { settings: undefined }, property: "settings", found: "aws:elasticbeanstalk:healthreporting:system SystemType: nothing" },
    { why: "basic health", props: { settings: [{ ...enhanced, value: "basic" }] }, property: "settings", found: "aws:elasticbeanstalk:healthreporting:system SystemType: basic" },
    { why: "an option of the same name elsewhere", props: { settings: [{ ...enhanced, namespace: "aws:other" }] }, property: "settings", found: "aws:elasticbeanstalk:healthreporting:system SystemType: nothing" },
  ],
  unknown: ["settings", "settings[0].value"],
  notApplicable: [{ why: "from a template", props: { templateName: "web", settings: undefined } }],
});
