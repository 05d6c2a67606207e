import { Session } from "node:inspector";
import v8Hooks from "@pulumi/pulumi/runtime/closure/v8Hooks.js";

/*
 * Pulumi keeps V8's debugger on, which slows down every promise, so as to name the file of a function that
 * is to be serialized into a Lambda function. No stack here serializes functions.
 */
const getSession: unknown = Reflect.get(v8Hooks, "getSessionAsync");
if (typeof getSession === "function") {
  const session: unknown = await getSession();
  if (session instanceof Session) {
    session.post("Debugger.disable");
  }
}
