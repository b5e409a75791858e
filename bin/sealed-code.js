// Code that V8 made, with its checksum: V8 itself only compares lengths, and runs what a fault of a disk,
// or a build that was ended half-way, left of it.
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";

const DIGEST_BYTES = 20;

function digestOf(code) {
  return createHash("sha1").update(code).digest();
}

/**
 * The bytes of a file for some code.
 * @internal the build alone writes such files
 */
export function sealedCode(code) {
  return Buffer.concat([code, digestOf(code)]);
}

/** The code in the bytes of such a file; undefined where a byte of it is not what it was. */
export function openedCode(bytes) {
  const code = bytes.subarray(0, Math.max(0, bytes.length - DIGEST_BYTES));
  return digestOf(code).equals(bytes.subarray(code.length)) ? code : undefined;
}
