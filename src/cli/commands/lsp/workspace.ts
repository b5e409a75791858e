import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { UsageError } from "../../../core/errors.ts";
import {
  type CheckedDocument,
  checkOpen,
  isPostmortem,
  type Neighbours,
  neighboursOf,
  type OpenDocument,
} from "../../../jobs/editor.ts";
import { RULES } from "../../../lint/rules/index.ts";
import type { Project } from "../../../project/project.ts";

/** Opens the project that a folder belongs to. */
export type OpenProject = (folder: string) => Promise<Project>;

/** The path behind an address of an editor; null for what is no file of this machine. */
function pathOf(uri: string): string | null {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}

/** The address of a path, as editors write it. */
export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** A document that is open, with the project that it belongs to. */
export interface Opened {
  readonly document: CheckedDocument;
  readonly project: Project;
  /** Whether rules judge it; others have completion and so on alone. */
  readonly isJudged: boolean;
}

/** The documents that an editor has open. */
export interface Workspace {
  /** Takes the text of a document, as it now stands. */
  readonly put: (uri: string, text: string) => void;
  readonly close: (uri: string) => void;
  readonly uris: () => readonly string[];
  readonly textOf: (uri: string) => string | null;
  /** A document with what is known of it; null where it is not open, or belongs to no project. */
  readonly get: (uri: string) => Promise<Opened | null>;
  /** Forgets what was read of projects and other documents: a file was saved. */
  readonly forget: () => void;
}

/** What is remembered of a folder until a file is saved. */
interface Remembered {
  readonly project: Project;
  readonly neighbours: Map<string, Promise<Neighbours>>;
  readonly judged: Map<string, Promise<boolean>>;
}

function ofMap<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/**
 * Keeps the documents of an editor.
 * @param onProblem called with why a project cannot be opened.
 */
export function workspace(
  openProject: OpenProject,
  now: () => number,
  onProblem: (message: string) => void,
): Workspace {
  const texts = new Map<string, string>();
  const folders = new Map<string, Promise<Remembered | null>>();
  const checked = new Map<string, { readonly text: string; readonly opened: Opened }>();
  /** How often all was forgotten. */
  let age = 0;

  const remember = async (folder: string): Promise<Remembered | null> => {
    try {
      return { project: await openProject(folder), neighbours: new Map(), judged: new Map() };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      onProblem(error.message);
      return null;
    }
  };

  const check = async (open: OpenDocument): Promise<Opened | null> => {
    const folder = dirname(open.path);
    const known = await ofMap(folders, folder, () => remember(folder));
    if (known === null) return null;
    const { project, neighbours, judged } = known;
    const isJudged = await ofMap(judged, open.path, () => isPostmortem(open.path, project));
    const beside = await ofMap(neighbours, open.path, () => neighboursOf(open.path, project));
    const document = await checkOpen(open, project, { rules: RULES, now: now() }, beside);
    return { document, project, isJudged };
  };

  return {
    put: (uri, text) => {
      texts.set(uri, text);
    },
    close: (uri) => {
      texts.delete(uri);
      checked.delete(uri);
    },
    uris: () => [...texts.keys()],
    textOf: (uri) => texts.get(uri) ?? null,
    get: async (uri) => {
      const path = pathOf(uri);
      const text = texts.get(uri);
      if (path === null || text === undefined) return null;
      const known = checked.get(uri);
      if (known?.text === text) return known.opened;
      const began = age;
      const opened = await check({ path, text });
      // Meanwhile the document may have changed or closed, or what it was judged by.
      if (opened && began === age && texts.get(uri) === text) checked.set(uri, { text, opened });
      return opened;
    },
    forget: () => {
      age += 1;
      folders.clear();
      checked.clear();
    },
  };
}
