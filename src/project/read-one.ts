import type { AssembleContext } from "../assemble/context.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { ReadOrder } from "../core/time/calendar.ts";
import { readHashedFile } from "../read/read-file.ts";
import { type DateEvidence, dateEvidence, NO_DATES } from "./date-order.ts";
import { type Identified, parseFile, type ParseResult, type WhatToKeep } from "./parse-file.ts";

/** A file to be read. Plain data. */
export interface FileTask {
  readonly absolutePath: string;
  /** As shown. */
  readonly path: string;
  readonly isNamed: boolean;
  /** The hash of the bytes of which all is known already. */
  readonly knownHash: string | null;
  /** Whether its hash will be remembered. */
  readonly isHashed: boolean;
}

/** What became of it: plain data but for the file, which does not leave its thread. */
export type FileAnswer<Kept> =
  | { readonly state: "known"; readonly hash: string }
  | { readonly state: "unreadable"; readonly message: string }
  | {
      readonly state: "read";
      /** Null where it is not remembered. */
      readonly hash: string | null;
      readonly dates: DateEvidence;
      /** Null where its dates wait for those of the other files. */
      readonly result: ParseResult<Kept> | null;
      readonly file?: SourceFile;
    };

/** How files are read. */
export interface OneReader<Kept extends Identified> extends WhatToKeep<Kept> {
  readonly context: AssembleContext;
}

/** Neither a letter nor a mark: blanks, also those without width, and a byte order mark. */
const NOTHING = /^[\s\p{Cf}\p{Cc}]*$/u;

/** Parses a file by the order of dates in its folder. One in which nothing stands is no document, whoever names it. */
export function parseInOrder<Kept extends Identified>(
  file: SourceFile,
  order: ReadOrder | null,
  isNamed: boolean,
  reader: OneReader<Kept>,
): ParseResult<Kept> {
  if (NOTHING.test(file.text)) return { other: `${file.path} (empty)` };
  return parseFile(file, { ...reader.context, folderOrder: order }, reader, isNamed);
}

/** Reads one file, unless its bytes are known or its dates have to wait. */
export function readOne<Kept extends Identified>(
  { absolutePath, path, isNamed, knownHash, isHashed }: FileTask,
  reader: OneReader<Kept>,
): FileAnswer<Kept> {
  const read = readHashedFile(absolutePath, path, isHashed);
  if (!read.ok) return { state: "unreadable", message: read.why.message };
  const { file, hash } = read.value;
  if (hash !== null && hash === knownHash) return { state: "known", hash };
  const fixed = reader.context.dateOrder ?? null;
  const dates = fixed === null ? dateEvidence(file.text) : NO_DATES;
  const result = dates.isOpen ? null : parseInOrder(file, fixed, isNamed, reader);
  return { state: "read", hash, dates, result, file };
}
