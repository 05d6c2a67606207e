/** The engine writes its whole state after every step, which costs more than all else and matters to interrupted runs alone. */
export const WITHOUT_CHECKPOINTS = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };
