import { IdentityPool } from "@pulumi/aws/cognito/identityPool.js";
import { UserPool } from "@pulumi/aws/cognito/userPool.js";
import { UserPoolClient } from "@pulumi/aws/cognito/userPoolClient.js";

/** Staff and visitors who sign in. */
export function makeUsers(): void {
  // Staff who sign in with a password alone and stay signed in for a year, and guests with credentials of AWS.
  const staff = new UserPool("staff", { name: "clinic-staff" });
  new UserPoolClient("staff-app", { name: "clinic-staff-app", userPoolId: staff.id, refreshTokenValidity: 365 });
  new IdentityPool("visitors", { identityPoolName: "clinic-visitors", allowUnauthenticatedIdentities: true });
}
