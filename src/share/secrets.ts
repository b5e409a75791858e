import { SECRET_FORMS } from "../core/text/secret-forms.ts";
import { joined, replaced, type Span, spansOf } from "../people/span.ts";

const SECRET = "[secret]";

/** Places of passwords, keys and tokens in a text. */
export function secretSpans(text: string): readonly Span[] {
  return SECRET_FORMS.flatMap((form) => spansOf(form, text));
}

/** A text without its passwords, keys and tokens. */
export function withoutSecrets(text: string): string {
  return replaced(text, joined(secretSpans(text)), () => SECRET);
}
