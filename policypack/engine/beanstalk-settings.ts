import type { Reader } from "./reader.ts";
import type { Finding } from "./rule.ts";

/** Resources that hold the option settings of Elastic Beanstalk environments. */
export const BEANSTALK_TYPES = [
  "aws:elasticbeanstalk/environment:Environment",
  "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate",
] as const;

/** One of Beanstalk's options, which are addressed by namespace and name. */
export interface BeanstalkOption {
  readonly namespace: string;
  readonly name: string;
  /** Values that pass. */
  readonly allowed: readonly string[];
}

/** True for an environment whose options are, as far as it does not set them itself, those of a configuration template. */
export function takesTemplate(props: Reader, { namespace, name }: BeanstalkOption): boolean {
  return props.has("templateName") && optionValue(props, namespace, name) === undefined;
}

/** A finding unless the option is set to a value that passes. */
export function judgeOption(props: Reader, { namespace, name, allowed }: BeanstalkOption): readonly Finding[] {
  const value = optionValue(props, namespace, name);
  return value !== undefined && allowed.includes(value)
    ? []
    : [{ property: "settings", found: `${namespace} ${name}: ${value ?? "nothing"}`, required: allowed.map((text) => `"${text}"`).join(" or ") }];
}

function optionValue(props: Reader, namespace: string, name: string): string | undefined {
  const settings = props.has("settings") ? props.objects("settings") : [];
  return settings.find((setting) => setting.string("namespace") === namespace && setting.string("name") === name)?.string("value");
}
