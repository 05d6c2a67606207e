import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const dmsReplicationInstanceNotPublic = defineRule({
  name: "dms-replication-instance-not-public",
  description: "No DMS replication instance has a public address.",
  severity: "critical",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)"],
  controls: ["dms-not-public"],
  remediation: ["Set publiclyAccessible: false; DMS takes true when it is absent."],
  url: "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html",
  resources: ["aws:dms/replicationInstance:ReplicationInstance"],
  check: ({ props }) => judgeSwitch(props, "publiclyAccessible", { required: false, absent: true }),
});
