import { officeText } from "../office-text.ts";

/** https://support.microsoft.com: what a sheet's name may not be or hold. */
const MOST_CHARACTERS = 31;
const NOT_ALLOWED = /[[\]/\\:*?]+/g;
const RESERVED = "history";

function cut(text: string, length: number): string {
  // No half of a pair is left at the end.
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}

function allowed(title: string): string {
  const name = officeText(title)
    .replace(NOT_ALLOWED, " ")
    .replace(/ +/g, " ")
    .replace(/^['\s]+|(?<!['\s])['\s]+$/g, "");
  return name === "" || name.toLowerCase() === RESERVED ? `${name} sheet`.trim() : name;
}

/** A name that is short enough: of one that is too long its first part, or its first words. */
function shortened(name: string): string {
  if (name.length <= MOST_CHARACTERS) return name;
  const whole = cut(name, MOST_CHARACTERS + 1);
  const [part = "", ...others] = whole.split(/[,;–—] /);
  if (others.length > 0 && part !== "") return part;
  const words = whole.slice(0, Math.max(whole.lastIndexOf(" "), 0));
  return words === "" ? cut(name, MOST_CHARACTERS) : words;
}

/** A name for each sheet, short enough and each once, whatever the titles are. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const whole = shortened(allowed(title));
    let name = whole.replace(/(?<!['\s])['\s]+$/, "");
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const ending = ` (${number})`;
      name = cut(whole, MOST_CHARACTERS - ending.length) + ending;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
