/*
 * Import this before anything else. A program pays at its start, and then for each resource, for what
 * Pulumi's SDK keeps ready and this program does not use: docs/adr/0009-start-up-time.md.
 */
import "./unused-packages.ts";
import "./stack-traces.ts";
import "./debug-messages.ts";
import "./debugger.ts";
