/**
 * Whether an IAM pattern matches a text: `*` stands for any characters, also none, `?` for exactly one.
 * Takes time proportional to the product of the lengths, whatever the pattern.
 */
export function patternMatches(pattern: string, text: string): boolean {
  let inPattern = 0;
  let inText = 0;
  let star = -1;
  let resume = 0;
  while (inText < text.length) {
    const wanted = pattern[inPattern];
    if (wanted === "*") {
      star = inPattern;
      resume = inText;
      inPattern += 1;
    } else if (wanted !== undefined && (wanted === "?" || wanted === text[inText])) {
      inPattern += 1;
      inText += 1;
    } else if (star >= 0) {
      inPattern = star + 1;
      resume += 1;
      inText = resume;
    } else {
      return false;
    }
  }
  return pattern.slice(inPattern).replaceAll("*", "") === "";
}

/** Action names are matched without regard to case; resource names are not. */
export function actionMatches(pattern: string, action: string): boolean {
  return patternMatches(pattern.toLowerCase(), action.toLowerCase());
}

export function hasWildcard(pattern: string): boolean {
  return pattern.includes("*") || pattern.includes("?");
}

/** True for a pattern that stands for every text, such as `*` and `**`. */
export function matchesEverything(pattern: string): boolean {
  return pattern !== "" && pattern.replaceAll("*", "") === "";
}
