import type { DataFormat } from "../../../formats/data/define.ts";
import { exportable, type ExportRequest } from "../../../jobs/export.ts";
import { MANIFEST_NAME } from "../../../project/export-manifest.ts";
import type { Project } from "../../../project/project.ts";
import { readFolder } from "../../../project/read-postmortems.ts";
import type { ExportManifest } from "../../../schema/export-manifest.ts";
import { type TableFile, tableFiles } from "../../../tables/files.ts";
import { TABLES } from "../../../tables/index.ts";
import { withholdPeople } from "../../../tables/withhold-people.ts";
import type { FolderFile } from "../../../write/write-folder.ts";
import type { Io } from "../../io.ts";
import { progressOn, writeFolderNotes } from "../../messages.ts";

/** The tables of a folder, and what is to be said of them. */
export interface Gathered {
  readonly files: readonly TableFile[];
  readonly incidents: number;
  readonly notes: readonly string[];
}

/** Reads a project's postmortems into tables, with people withheld. */
export async function gatherTables(
  project: Project,
  request: ExportRequest,
  isPartitioned: boolean,
  io: Io,
): Promise<Gathered> {
  const read = await readFolder(project, [], ["everything"], progressOn(io));
  await writeFolderNotes(read, io);
  const { context, notes } = await exportable(read, project, request);
  return {
    files: withholdPeople(tableFiles(context, isPartitioned), TABLES, read.redact),
    incidents: context.incidents.length,
    notes: notes.map(read.redact),
  };
}

/** How tables are written. */
interface Writing {
  readonly format: DataFormat;
  readonly source: string;
  readonly isPartitioned: boolean;
}

function manifestOf(files: readonly TableFile[], { format, source, isPartitioned }: Writing) {
  const names = [...new Set(files.map(({ table }) => table))];
  const tables = names.map((name) => {
    const own = files.filter(({ table }) => table === name);
    const rows = own.reduce((sum, file) => sum + file.rows.length, 0);
    return { name, rows, files: own.map(({ path }) => `${path}${format.ending}`) };
  });
  const partitioned = isPartitioned ? { partition_by: "started_month" } : {};
  const manifest: ExportManifest = {
    schema: 1,
    source,
    format: format.name,
    ...partitioned,
    tables,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The files of an export with its manifest, which comes last. */
export function folderFiles(files: readonly TableFile[], writing: Writing): readonly FolderFile[] {
  const { format } = writing;
  return [
    ...files.map((file) => ({
      path: `${file.path}${format.ending}`,
      content: () => format.render(file),
    })),
    { path: MANIFEST_NAME, content: () => Promise.resolve(manifestOf(files, writing)) },
  ];
}
