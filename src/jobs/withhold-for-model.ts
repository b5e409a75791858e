import type { Redact } from "../people/recogniser.ts";
import { withoutSecrets } from "../share/secrets.ts";

/** Takes people, passwords and keys out of a text that a language model is shown. */
export function withholdForModel(redact: Redact): Redact {
  return (text) => redact(withoutSecrets(text));
}
