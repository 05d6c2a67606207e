import * as pulumi from "@pulumi/pulumi";

const ROLE = "aws:iam/role:Role";

/**
 * Puts every role of the stack that has no boundary yet under this one. A pipeline may then change the
 * stack's roles, as it may change none without the boundary. AWS's service-linked roles take none.
 */
export function boundRoles(boundaryArn: string): void {
  pulumi.runtime.registerStackTransformation(({ type, props, opts }) => (
    type === ROLE && props["permissionsBoundary"] === undefined ? { props: { ...props, permissionsBoundary: boundaryArn }, opts } : undefined
  ));
}
