export { AccountBaseline, type AccountBaselineArgs } from "./account-baseline.ts";
export { type AccountBudget, budgetProblems } from "./account-budget.ts";
export { type AccountContact, type AccountContacts, contactProblems } from "./account-contacts.ts";
export { type BreakGlass, breakGlassProblems } from "./break-glass.ts";
