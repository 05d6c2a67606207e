import { mskClusterTlsOnly } from "../../../../policypack/rules/msk/msk-cluster-tls-only.ts";
import { testRule } from "../../rule-tester.ts";

testRule(mskClusterTlsOnly, {
  compliant: [{ props: { encryptionInfo: { encryptionInTransit: { clientBroker: "TLS", inCluster: true } } } }, { props: {} }],
  violating: [
    {
      why: "plain text accepted",
      props: { encryptionInfo: { encryptionInTransit: { clientBroker: "TLS_PLAINTEXT" } } },
      property: "encryptionInfo.encryptionInTransit.clientBroker",
      found: "TLS_PLAINTEXT",
    },
    {
      why: "plain text between brokers",
      props: { encryptionInfo: { encryptionInTransit: { inCluster: false } } },
      property: "encryptionInfo.encryptionInTransit.inCluster",
      found: "false",
    },
  ],
  unknown: ["encryptionInfo", "encryptionInfo.encryptionInTransit.clientBroker", "encryptionInfo.encryptionInTransit.inCluster"],
});
