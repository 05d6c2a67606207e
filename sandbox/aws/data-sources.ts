import { CloudError } from "../cloud-error.ts";
import { ACCOUNT, type ProviderSettings } from "../resource-model.ts";
import type { Properties } from "../wire.ts";

type Answer = (args: Properties, settings: ProviderSettings) => Properties;

const ANSWERS: Readonly<Record<string, Answer>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({
    id: ACCOUNT,
    accountId: ACCOUNT,
    arn: `arn:aws:iam::${ACCOUNT}:user/sandbox`,
    userId: "AIDASANDBOXUSER",
  }),
  "aws:index/getRegion:getRegion": (args, settings) => {
    const region = typeof args["region"] === "string" ? args["region"] : settings.region;
    return { id: region, region, name: region, description: region, endpoint: `ec2.${region}.amazonaws.com` };
  },
  "aws:index/getPartition:getPartition": () => ({ id: "aws", partition: "aws", dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws" }),
};

/** Answers a data source for the sandbox's account; one it does not know is refused by name. */
export async function awsDataSource(token: string, args: Properties, settings: ProviderSettings): Promise<Properties> {
  const answer = ANSWERS[token];
  if (answer === undefined) {
    throw new CloudError("UnknownDataSource", `the sandbox does not answer ${token}; known: ${Object.keys(ANSWERS).join(", ")}`);
  }
  return answer(args, settings);
}
