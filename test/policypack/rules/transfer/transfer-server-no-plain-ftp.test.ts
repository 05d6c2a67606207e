import { transferServerNoPlainFtp } from "../../../../policypack/rules/transfer/transfer-server-no-plain-ftp.ts";
import { testRule } from "../../rule-tester.ts";

testRule(transferServerNoPlainFtp, {
  compliant: [{ props: { protocols: ["SFTP", "FTPS"] } }, { props: {} }],
  violating: [{ why: "plain FTP beside SFTP", props: { protocols: ["SFTP", "FTP"] }, property: "protocols", found: "FTP" }],
  unknown: ["protocols", "protocols[1]"],
});
