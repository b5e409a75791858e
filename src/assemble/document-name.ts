import type { Vocabulary } from "../schema/vocabulary.ts";

/** A file's name without its ending, or that of its folder where it is the document of that. */
export function documentName(
  path: string,
  { bundles, bundled_names: kinds }: Pick<Vocabulary, "bundles" | "bundled_names">,
): string {
  const [name = path, folder] = path.split("/").toReversed();
  const bare = name
    .replace(/(?<=.)\.[a-z]+$/i, "")
    .replace(/(?<=.)(?:\.(?:html|md|markdown|txt))+$/i, "");
  const lower = bare.toLowerCase();
  if (folder === undefined) return bare;
  const isBundle = bundles.includes(lower) && /[\p{L}\d]/u.test(folder);
  // "2026-03-14-checkout/postmortem.md": only the folder tells one incident from the others.
  const isOfKind = kinds.includes(lower.replaceAll("_", "-")) && /\d/.test(folder);
  return isBundle || isOfKind ? folder : bare;
}
