import { sha256 } from "../core/sha256.ts";

const HEAD = /^pm ([0-9a-f]{64}) ([0-9a-f]{64})\n/;

/**
 * A text of one line as that of a file of the cache, with its checksum.
 * @param key of what it rests on: 64 hexadecimal digits.
 */
export function sealed(key: string, body: string): string {
  return `pm ${key} ${sha256(body)}\n${body}`;
}

/** What such a file holds: `other` rests on something else, `damaged` is none of ours any more. */
export function openSealed(
  text: string,
  key: string,
): { readonly body: string } | "other" | "damaged" {
  const [head, foundKey, digest] = HEAD.exec(text) ?? [];
  if (head === undefined) return "damaged";
  if (foundKey !== key) return "other";
  const body = text.slice(head.length);
  return digest === sha256(body) ? { body } : "damaged";
}
