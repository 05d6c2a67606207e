import { defineRule } from "../../engine/rule.ts";

export const transferServerNoPlainFtp = defineRule({
  name: "transfer-server-no-plain-ftp",
  description: "Transfer servers offer SFTP, FTPS or AS2, never plain FTP.",
  severity: "critical",
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  controls: ["transfer-no-ftp"],
  remediation: ['Take "FTP" out of protocols, or leave protocols at its default, SFTP.'],
  url: "https://docs.aws.amazon.com/transfer/latest/userguide/tf-server-endpoint.html",
  resources: ["aws:transfer/server:Server"],
  check: ({ props }) =>
    props.has("protocols") && props.strings("protocols").includes("FTP") ? [{ property: "protocols", found: "FTP", required: "SFTP, FTPS or AS2" }] : [],
});
