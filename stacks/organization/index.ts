import { readOrganizationConfig } from "./config.ts";
import { createOrganization } from "./organization.ts";

/** What `pulumi up` runs; its outputs are the stack's. */
const outputs = await createOrganization(readOrganizationConfig());
export default outputs;
