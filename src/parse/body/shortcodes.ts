/** Pictures by their names, as chats write them, before what a line says. */
const SHORTCODES = /^(?:\s*:[a-z\d_+-]{2,40}:)+\s*(?=\S)/;

/** A text without the pictures that it begins with by their names: `:fire: checkout is down`. */
export function withoutShortcodes(text: string): string {
  return text.replace(SHORTCODES, "");
}
