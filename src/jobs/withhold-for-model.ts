import type { Redact } from "../people/recogniser.ts";
import { secretSpans } from "../share/secrets.ts";

const SECRET = "[secret]";

/** Takes people, passwords and keys out of a text that a language model is shown. */
export function withholdForModel(redact: Redact): Redact {
  return (text) => {
    let [out, at] = ["", 0];
    for (const { start, end } of secretSpans(text).toSorted((a, b) => a.start - b.start)) {
      if (start > at) out += text.slice(at, start);
      if (end > at) out += SECRET;
      at = Math.max(at, end);
    }
    return redact(out + text.slice(at));
  };
}
