import { createHash } from "node:crypto";

/** The SHA-256 of bytes that lie in several pieces. */
export function sha256OfAll(pieces: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}

/** The SHA-256 of a text in UTF-8, or of bytes: 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
