export { AuditTrail, type AuditTrailArgs } from "./audit-trail.ts";
export { type ObjectLock, ObjectLockMode } from "../lib/object-lock.ts";
