import type { ResourceModels } from "../resource-model.ts";
import { textOf } from "../wire.ts";
import { byName } from "./reference-kinds.ts";

const ARN = "arn:aws:elasticbeanstalk:{region}:{account}";
const application = byName({
  types: ["aws:elasticbeanstalk/application:Application"],
  code: "InvalidParameterValue",
  message: "No Application named '{value}' found.",
  holds: { code: "OperationInProgressException", message: "Unable to delete application {value} because it has running environments" },
});

export const beanstalkModels: ResourceModels = {
  "aws:elasticbeanstalk/application:Application": {
    naming: { input: "name", maxLength: 100 },
    replaceOn: ["name"],
    id: "{name}",
    arn: `${ARN}:application/{id}`,
    duplicateCode: "InvalidParameterValue",
  },
  "aws:elasticbeanstalk/environment:Environment": {
    naming: { input: "name", maxLength: 40 },
    replaceOn: ["application", "cnamePrefix", "name", "tier"],
    defaults: { tier: "WebServer", waitForReadyTimeout: "20m" },
    id: "e-{hex:10}",
    arn: `${ARN}:environment/{application}/{name}`,
    duplicateCode: "InvalidParameterValue",
    uniqueBy: ["name"],
    outputs: ({ inputs, region }) => {
      const cname = `${textOf(inputs["cnamePrefix"] ?? inputs["name"])}.${region}.elasticbeanstalk.com`;
      return { cname, endpointUrl: cname };
    },
    references: { application },
  },
};
