import { sha256, sha256OfAll } from "../core/sha256.ts";

const HEAD = /^pm ([0-9a-f]{64}) ([0-9a-f]{64})\n$/;
const HEAD_LENGTH = `pm ${sha256("")} ${sha256("")}\n`.length;

/** A text, or the pieces of some bytes. */
export type Body = string | readonly Uint8Array[];

/**
 * A text or bytes as a file of the cache holds them, with their checksum, in pieces.
 * @param key of what they rest on: 64 hexadecimal digits.
 */
export function sealed(key: string, body: Body): readonly Uint8Array[] {
  const pieces = typeof body === "string" ? [Buffer.from(body)] : body;
  return [Buffer.from(`pm ${key} ${sha256OfAll(pieces)}\n`), ...pieces];
}

/** What such a file holds: `other` rests on something else, `damaged` is none of ours any more. */
export function openSealed(
  file: Buffer,
  key: string,
): { readonly body: Buffer } | "other" | "damaged" {
  const [head, foundKey, digest] = HEAD.exec(file.toString("latin1", 0, HEAD_LENGTH)) ?? [];
  if (head === undefined) return "damaged";
  if (foundKey !== key) return "other";
  const body = file.subarray(HEAD_LENGTH);
  return digest === sha256(body) ? { body } : "damaged";
}
