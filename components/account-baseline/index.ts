export { AccountBaseline, type AccountBaselineArgs } from "./account-baseline.ts";
