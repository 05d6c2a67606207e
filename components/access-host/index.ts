export { AccessHost, type AccessHostArgs } from "./access-host.ts";
export { sshCidrProblems } from "./host-problems.ts";
