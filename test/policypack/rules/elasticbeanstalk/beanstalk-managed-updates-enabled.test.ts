import { beanstalkManagedUpdatesEnabled } from "../../../../policypack/rules/elasticbeanstalk/beanstalk-managed-updates-enabled.ts";
import { testRule } from "../../rule-tester.ts";

const enabled = { namespace: "aws:elasticbeanstalk:managedactions", name: "ManagedActionsEnabled", value: "true" };
const level = (value: string) => ({ namespace: "aws:elasticbeanstalk:managedactions:platformupdate", name: "UpdateLevel", value });

testRule(beanstalkManagedUpdatesEnabled, {
  compliant: [
    { props: { settings: [enabled, level("minor")] } },
    { type: "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate", props: { settings: [enabled, level("patch")] } },
  ],
  violating: [
    { why: "no settings", props: { settings: undefined }, property: "settings", found: "aws:elasticbeanstalk:managedactions ManagedActionsEnabled: nothing" },
    { why: "switched off", props: { settings: [{ ...enabled, value: "false" }, level("minor")] }, property: "settings", found: "aws:elasticbeanstalk:managedactions ManagedActionsEnabled: false" },
    { why: "no level", props: { settings: [enabled] }, property: "settings", found: "aws:elasticbeanstalk:managedactions:platformupdate UpdateLevel: nothing" },
    {
      why: "switched off over a template",
      props: { templateName: "web", settings: [{ ...enabled, value: "false" }] },
      property: "settings",
      found: "aws:elasticbeanstalk:managedactions ManagedActionsEnabled: false",
    },
  ],
  unknown: ["settings", "settings[0].value", "settings[1].value"],
  notApplicable: [{ why: "all from a template", props: { templateName: "web", settings: undefined } }],
});
