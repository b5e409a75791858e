import type { Html } from "mdast";

/** Attributes that are the text of a component, and those that are the time of what it holds. */
const OF_TEXT: ReadonlySet<string> = new Set(["text", "label", "content", "value"]);
const OF_TIME: ReadonlySet<string> = new Set(["time", "at", "date", "datetime", "timestamp"]);

/** What a component says of itself: `<Owner team="platform" />`, `<Event time="17:45">`. */
export function attributesOf({ value }: Html): string {
  if (!/^<[A-Z][^<>]*>$/.test(value)) return "";
  const attributes = [...value.matchAll(/\b([a-z]+)="([^"]+)"/gi)].map(
    ([, name = "", said = ""]) => {
      return { name: name.toLowerCase(), said };
    },
  );
  if (!value.endsWith("/>")) {
    const time = attributes.find(({ name }) => OF_TIME.has(name));
    return time ? `${time.said} ` : "";
  }
  return attributes
    .map(({ name, said }) => (OF_TEXT.has(name) ? `[${said}]` : `[${name}: ${said}]`))
    .join(" ");
}
