import type { DeliveryRolesArgs } from "../../../components/delivery-roles/index.ts";
import { MOCK_ACCOUNT } from "../../support/pulumi-mocks.ts";

/** The least that a pipeline needs. */
export const deliveryArguments: DeliveryRolesArgs = {
  deployment: { prefix: "hipaa-test", accountId: MOCK_ACCOUNT, region: "us-east-1", recoveryRegion: "us-west-2" },
  repository: "example-health/platform",
  imageRepositories: ["patient-service"],
  keyAliases: ["alias/hipaa-test/phi-data", "alias/hipaa-test/logs"],
};
