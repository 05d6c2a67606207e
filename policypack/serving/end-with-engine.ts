/** How often the pack looks whether its engine still lives, in milliseconds. */
const INTERVAL = 1000;

/**
 * Ends the pack when the process that started it is gone. The engine stops its packs itself, but not
 * when it is killed, and a server without callers would stay for ever.
 */
export function endWithEngine(): void {
  const engine = process.ppid;
  setInterval(() => {
    if (process.ppid !== engine) {
      process.exit();
    }
  }, INTERVAL).unref();
}
