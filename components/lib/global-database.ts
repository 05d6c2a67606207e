/**
 * Seconds that a global database may be behind: Aurora holds commits back rather than exceed it
 * (`rds.global_db_rpo`, 20 at least). A minute leaves room for a slow link, and is the RPO.
 */
export const GLOBAL_LAG_SECONDS = 60;
