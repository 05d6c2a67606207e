import { defineStackRule } from "../../engine/rule.ts";

/** The longest wait of a schedule: by its rate, or by the fields of `cron(minute hour day month weekday year)`. */
function daysOf(schedule: string): number {
  const [, count, unit] = /^rate\((\d+) (hour|day)s?\)$/u.exec(schedule) ?? [];
  if (count !== undefined) {
    return unit === "hour" ? Number(count) / 24 : Number(count);
  }
  const [, month] = /^cron\(\S+ \S+ \S+ (\S+) \S+ \S+\)$/u.exec(schedule) ?? [];
  const step = /^(?:\*|1)\/(\d+)$/u.exec(month ?? "")?.[1];
  return month === "*" ? 31 : step === undefined ? Infinity : Number(step) * 30;
}

export const secretRotation = defineStackRule({
  name: "secret-rotation",
  description: "Every secret is replaced by a new one at least every 90 days.",
  severity: "medium",
  citations: ["164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.308(a)(5)(ii)(D)"],
  controls: ["secrets-rotation-enabled"],
  remediation: ["Add a SecretRotation for the secret with rotationRules.automaticallyAfterDays of 90 or less, or a scheduleExpression."],
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
  resources: ["aws:secretsmanager/secret:Secret"],
  parameters: { maximumDays: { description: "Longest life of a secret, in days.", default: 90 } },
  check: (stack, settings) =>
    stack.ofType("aws:secretsmanager/secret:Secret").flatMap((secret) => {
      const rotations = stack.referringTo(secret, "secretId", "aws:secretsmanager/secretRotation:SecretRotation");
      const ceiling = settings.number("maximumDays");
      if (rotations.length === 0) {
        return [{ urn: secret.urn, property: "name", found: "no SecretRotation", required: `rotation every ${String(ceiling)} days or more often` }];
      }
      return rotations.flatMap(({ urn, props }) => {
        const rules = props.object("rotationRules");
        const days = rules?.has("scheduleExpression") === true ? daysOf(rules.string("scheduleExpression") ?? "") : (rules?.number("automaticallyAfterDays") ?? Infinity);
        const found = days === Infinity ? "no interval" : `${String(days)} days`;
        return days <= ceiling ? [] : [{ urn, property: "rotationRules", found, required: `at most ${String(ceiling)} days` }];
      });
    }),
});
