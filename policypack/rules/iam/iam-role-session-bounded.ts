import { defineRule } from "../../engine/rule.ts";

/** Seconds of an ISO 8601 duration such as `PT1H30M`; one that cannot be read is without end. */
function secondsOf(duration: string): number {
  const [, days = "0", hours = "0", minutes = "0", seconds = "0"] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u.exec(duration) ?? ["", "Infinity"];
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}

export const iamRoleSessionBounded = defineRule({
  name: "iam-role-session-bounded",
  description: "A session of a role or permission set ends within four hours.",
  severity: "medium",
  controls: ["iam-role-max-session-duration"],
  citations: ["164.312(a)(2)(iii)"],
  remediation: [
    'Set maxSessionDuration to 14400 seconds or fewer, and sessionDuration of a permission set to "PT4H" or shorter.',
  ],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html",
  parameters: { longestSeconds: { description: "The longest session, in seconds.", default: 14_400 } },
  resources: ["aws:iam/role:Role", "aws:ssoadmin/permissionSet:PermissionSet"],
  check: ({ type, props }, settings) => {
    const isRole = type === "aws:iam/role:Role";
    const property = isRole ? "maxSessionDuration" : "sessionDuration";
    // Both default to one hour.
    const seconds = !props.has(property) ? 3600 : isRole ? props.number(property) ?? 3600 : secondsOf(props.string(property) ?? "PT1H");
    const longest = settings.number("longestSeconds");
    return seconds <= longest ? [] : [{ property, found: `${String(seconds)} seconds`, required: `${String(longest)} seconds or fewer` }];
  },
});
