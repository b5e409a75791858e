import type { Vocabulary } from "../schema/vocabulary.ts";

/** A file's name without its ending, or that of its folder where it is the document of that. */
export function documentName(path: string, { bundles }: Pick<Vocabulary, "bundles">): string {
  const [name = path, folder] = path.split("/").toReversed();
  const bare = name
    .replace(/(?<=.)\.[a-z]+$/i, "")
    .replace(/(?<=.)(?:\.(?:html|md|markdown))+$/i, "");
  const isBundle = bundles.includes(bare.toLowerCase());
  return isBundle && folder !== undefined && /[\p{L}\d]/u.test(folder) ? folder : bare;
}
