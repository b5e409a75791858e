/** Pictures by their names, as chats write them, before what a line says. */
const SHORTCODES = /^(?:\s*:[a-z\d_+-]{2,40}:)+\s*(?=\S)/;

/** A span of pandoc with its attributes: `[DONE]{.done}`, and a tag, `[core]{.tag tag-name="core"}`. */
const SPAN = /\[([^[\]]{1,80})\]\{([.#][^{}]{0,80})\}/g;

/**
 * A text without the pictures that it begins with by their names, `:fire: checkout is down`, and without the
 * attributes of its spans.
 */
export function withoutShortcodes(text: string): string {
  const plain = text.includes("]{")
    ? text.replace(SPAN, (_, said: string, attributes: string) =>
        attributes.includes("tag-name") ? `[${said}]` : said,
      )
    : text;
  return plain.replace(SHORTCODES, "");
}
