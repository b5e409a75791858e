import { createHash } from "node:crypto";
import type { Postmortem } from "../core/postmortem.ts";

const HASH_LENGTH = 8;

function hashOf(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, HASH_LENGTH);
}

/**
 * Keys of postmortems, in their order: the source and the id, which outlives a renamed file; where
 * several have one id, also a hash of the path.
 * @param pathOf the path of a document in its folder, with forward slashes.
 */
export function incidentKeys(
  postmortems: readonly Postmortem[],
  source: string,
  pathOf: (postmortem: Postmortem) => string,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { id } of postmortems) counts.set(id.value, (counts.get(id.value) ?? 0) + 1);
  return postmortems.map((postmortem) => {
    const key = `${source}:${postmortem.id.value}`;
    return counts.get(postmortem.id.value) === 1 ? key : `${key}~${hashOf(pathOf(postmortem))}`;
  });
}
