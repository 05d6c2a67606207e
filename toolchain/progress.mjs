// @ts-check
/** Shows a wait: what runs, how long it may take, how long it has taken. Standard error only: standard output belongs to the command. */

/**
 * @typedef {object} Progress
 * @property {(detail: string) => void} detail what is happening right now
 * @property {(outcome: string) => void} end the last line; the elapsed time is added
 */

/** Without a terminal a line is written this often. */
const QUIET_SECONDS = 15;

/**
 * @param {string} what `Building the Pulumi CLI`
 * @param {string} mayTake `about 7 minutes on 2 cores`
 * @param {NodeJS.WriteStream} [out]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Progress}
 */
export function startProgress(what, mayTake, out = process.stderr, env = process.env) {
  const begin = Date.now();
  const inPlace = out.isTTY && env["TERM"] !== "dumb";
  const elapsed = () => duration(Date.now() - begin);
  const colored = (env["NO_COLOR"] ?? "") === "";
  let detail = "";

  const line = () => {
    const after = detail === "" ? "" : `  ${detail}`;
    const plain = `${what} (${mayTake})  ${elapsed()}${after}`;
    // A line longer than the terminal would wrap, and the next one would not overwrite it.
    if (out.columns > 0 && plain.length >= out.columns) return plain.slice(0, out.columns - 1);
    return colored ? `${what} ${dim(`(${mayTake})`)}  ${elapsed()}${dim(after)}` : plain;
  };
  const redraw = () => out.write(`\r\u001b[2K${line()}`);
  if (inPlace) redraw();
  else out.write(`${what} (${mayTake})\n`);
  const timer = setInterval(
    () => (inPlace ? redraw() : out.write(`  ... ${what}: ${elapsed()}${detail === "" ? "" : `, ${detail}`}\n`)),
    inPlace ? 1000 : QUIET_SECONDS * 1000,
  );
  // A wait that ends in an error must not keep the process alive.
  timer.unref();

  return {
    detail(text) {
      detail = text;
    },
    end(outcome) {
      clearInterval(timer);
      out.write(`${inPlace ? "\r\u001b[2K" : ""}${what}: ${outcome} after ${elapsed()}\n`);
    },
  };
}

/**
 * `9 s`, `3 min 05 s`
 * @param {number} milliseconds
 */
export function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

/** @param {string} text */
function dim(text) {
  return `\u001b[2m${text}\u001b[22m`;
}
