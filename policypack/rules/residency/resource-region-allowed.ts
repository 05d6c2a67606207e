import { ALLOWED_REGIONS } from "../../engine/regions.ts";
import { EVERY_AWS_TYPE } from "../../engine/rule.ts";
import { defineRule } from "../../engine/rule.ts";

export const resourceRegionAllowed = defineRule({
  name: "resource-region-allowed",
  description: "Every resource lives in a region on the allow-list, by its own setting and by its provider.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(b)(1)", "164.310(a)(1)"],
  controls: [],
  remediation: [
    "Set aws:region, or the region of the provider or resource, to a region on the list; extend the setting regions if the business associate agreement covers more.",
  ],
  url: "https://docs.aws.amazon.com/general/latest/gr/rande.html",
  resources: [EVERY_AWS_TYPE],
  parameters: { regions: ALLOWED_REGIONS },
  check: ({ props, provider }, settings) => {
    const region = (props.has("region") ? props.string("region") : undefined) ?? provider?.string("region");
    const allowed = settings.strings("regions");
    return region !== undefined && allowed.includes(region)
      ? []
      : [{ property: "region", found: region ?? "nothing, so what the environment says", required: allowed.join(" or ") }];
  },
});
