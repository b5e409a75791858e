import { nameMeant } from "../core/text/did-you-mean.ts";

/** What commander says of a value that is none of some choices, and pm of one or two of them. */
const REFUSED =
  /'(?<value>[^']*)' is invalid(?: for argument '[^']*')?\. Allowed (?:choices are|are one or two of) (?<choices>[^.\n]*?)(?:, with a comma between)?\./u;

/** A remark on a value that is not allowed, with the choice that it most likely means where one is near. */
export function withChoiceMeant(remark: string): string {
  const { value, choices } = REFUSED.exec(remark)?.groups ?? {};
  if (value === undefined || choices === undefined) return remark;
  const known = choices.split(", ");
  const wrong = value.split(",").find((one) => !known.includes(one.trim())) ?? value;
  const meant = wrong.trim() === "" ? null : nameMeant(wrong.trim(), known);
  return meant === null ? remark : `${remark.trimEnd()}\n(Did you mean ${meant}?)\n`;
}
