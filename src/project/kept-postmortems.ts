import { bytesOfRows, readRows } from "../cache/rows.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { FoundFiles } from "../read/find-files.ts";
import { keptResult } from "./kept-result.ts";
import type { Project } from "./project.ts";

/** Postmortems of a folder, with what is known of all of them together. */
interface KeptPostmortems<Head> {
  readonly head: Head;
  /** Makes one of them, by its place. */
  readonly postmortemAt: (place: number) => Postmortem;
}

/** Where the postmortems of a folder are kept together, as long as none of them changes. */
interface PostmortemKeeper<Head> {
  readonly find: () => KeptPostmortems<Head> | null;
  /** To be called before any document is read. */
  readonly begin: () => Promise<void>;
  /**
   * @param head plain data.
   * @param kept makes what is kept of one.
   */
  readonly keep: (
    head: Head,
    postmortems: readonly Postmortem[],
    kept: (postmortem: Postmortem) => Postmortem,
  ) => Promise<void>;
}

/**
 * Where the postmortems of a project are kept, each to be read by itself; null where nothing is kept.
 * @param name of the sort of facts that are kept of them.
 * @param by what these rest on, plain data.
 */
export function keptPostmortems<Head>(
  project: Project,
  found: FoundFiles,
  name: string,
  by: unknown,
): PostmortemKeeper<Head> | null {
  const store = keptResult(project, found, { name, asked: by }, null);
  if (store === null) return null;
  return {
    find: () => {
      const bytes = store.find();
      if (bytes === null) return null;
      const { head, valueAt } = readRows(bytes);
      // Only this module writes what has this key.
      return {
        head: head as Head,
        postmortemAt: (place) => valueAt(place) as Postmortem,
      };
    },
    begin: store.begin,
    keep: async (head, postmortems, kept) => {
      const bytes = bytesOfRows(head, postmortems, kept);
      if (bytes !== null) await store.keep(bytes);
    },
  };
}
