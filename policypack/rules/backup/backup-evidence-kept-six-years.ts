import { BACKED_UP_TYPES, selectionsTaking } from "../../engine/backup-selection.ts";
import type { Reader } from "../../engine/reader.ts";
import { defineStackRule } from "../../engine/rule.ts";
import { holds, isDevelopment, SIX_YEARS_IN_DAYS } from "../../engine/tags.ts";

/** For how long a rule of a plan keeps a backup or a copy of it; one without an end is kept for ever. */
function daysKept(rule: Reader): number {
  return Math.max(...[rule, ...rule.objects("copyActions")].map((place) => place.object("lifecycle")?.number("deleteAfter") ?? Infinity));
}

export const backupEvidenceKeptSixYears = defineStackRule({
  name: "backup-evidence-kept-six-years",
  description: "Where evidence (tag DataClassification audit) is backed up outside development, some backup or copy is kept for six years.",
  severity: "high",
  citations: ["164.308(a)(7)(ii)(A)", "164.312(b)", "164.316(b)(2)(i)"],
  controls: [],
  remediation: ["Give a backup plan that takes the store a rule whose lifecycle.deleteAfter, or that of its copy, is 2192 days or more."],
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html",
  resources: ["aws:backup/plan:Plan"],
  parameters: { minimumRetentionDays: { description: "How long evidence is kept at least, in days.", default: SIX_YEARS_IN_DAYS } },
  check: (stack, settings) => {
    const floor = settings.number("minimumRetentionDays");
    const selectionsOf = selectionsTaking(stack);
    const evidence = stack.ofType(...BACKED_UP_TYPES).filter(({ props }) => holds(props, "audit") && !isDevelopment(props));
    return evidence.flatMap((store) => {
      const plans = selectionsOf(store).flatMap((selection) => stack.namedBy(selection, "planId", "aws:backup/plan:Plan"));
      const days = plans.flatMap(({ props }) => props.objects("rules")).map(daysKept);
      return days.length === 0 || days.some((count) => count >= floor)
        ? []
        : [{ urn: store.urn, property: "tags", found: `backups kept for ${String(Math.max(...days))} days`, required: `a backup plan that keeps evidence for at least ${String(floor)} days` }];
    });
  },
});
