import { sha256 } from "../core/sha256.ts";

const HEAD = /^pm ([0-9a-f]{64}) ([0-9a-f]{64})\n$/;
const HEAD_LENGTH = `pm ${sha256("")} ${sha256("")}\n`.length;

/**
 * A text or bytes as a file of the cache holds them, with their checksum.
 * @param key of what they rest on: 64 hexadecimal digits.
 */
export function sealed(key: string, body: string | Uint8Array): Buffer {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  return Buffer.concat([Buffer.from(`pm ${key} ${sha256(bytes)}\n`), bytes]);
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
