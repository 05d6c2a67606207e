import { regionOf, regionOfArn } from "../../engine/regions.ts";
import { defineStackRule } from "../../engine/rule.ts";

const VAULT_TYPES = ["aws:backup/vault:Vault", "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault"];

export const backupPlanCopiesToAnotherRegion = defineStackRule({
  name: "backup-plan-copies-to-another-region",
  description: "Every backup plan copies to a vault in another region or account.",
  severity: "high",
  citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.310(d)(2)(iv)"],
  controls: ["backup-cross-region-copy"],
  remediation: ["Give a rule of the plan a copyActions entry whose destinationVaultArn is a vault in another region."],
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html",
  resources: ["aws:backup/plan:Plan"],
  check: (stack) =>
    stack.ofType("aws:backup/plan:Plan").flatMap((plan) => {
      const home = regionOf(plan);
      const away = (region: string | undefined): boolean => region !== undefined && region !== home;
      const literals = plan.props.objects("rules").flatMap((rule) => rule.objects("copyActions").flatMap((copy) => copy.knownStrings("destinationVaultArn")));
      const vaults = stack.namedBy(plan, "rules", ...VAULT_TYPES);
      const copies = plan.props.objects("rules").some((rule) => !rule.isEmpty("copyActions"));
      return copies && (literals.some((arn) => away(regionOfArn(arn))) || vaults.some((vault) => away(regionOf(vault))))
        ? []
        : [{ urn: plan.urn, property: "rules", found: copies ? "copies within the region" : "no copyActions", required: "a copy to a vault in another region" }];
    }),
});
