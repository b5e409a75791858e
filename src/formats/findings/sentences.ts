import type { Finding } from "../../core/finding.ts";
import { printable } from "../../core/text/printable.ts";

/** What a finding says and what to do about it, as sentences on one line. */
export function sentences({ message, hint }: Finding): string {
  const said = printable(message);
  const whole = /[.?!…]$/.test(said) ? said : `${said}.`;
  return hint === null ? whole : `${whole} ${printable(hint)}`;
}
