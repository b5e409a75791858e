import type { Field, FieldType, FieldValue } from "../core/output/data-table.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { Intervention } from "../core/settings/intervention.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import { isoMonth } from "../core/time/calendar.ts";

/** A postmortem as it is exported. */
export interface ExportedIncident {
  /** The key that all tables name it by. */
  readonly key: string;
  readonly incident: Postmortem;
  /** Without what nobody has confirmed, as reports count it. */
  readonly confirmed: Postmortem;
  /** False for a draft, and for a copy of another document. */
  readonly isCounted: boolean;
}

/** All that tables are made of; names are those that reports may print. */
export interface TableContext {
  /** What tells these rows from those of other folders. */
  readonly source: string;
  readonly incidents: readonly ExportedIncident[];
  readonly taxonomy: Taxonomy;
  readonly interventions: readonly Intervention[];
  /** IANA name of the zone of dates and months. */
  readonly timeZone: string;
  /** Whether sentences of documents are exported. */
  readonly withSentences: boolean;
}

/** A field with how it is read off an item. */
export interface FieldOf<T> extends Field {
  readonly of: (item: T, context: TableContext) => FieldValue;
}

/** Declares a field: name, type, description, value, and unit where it has one. */
export function field<T>(
  name: string,
  type: FieldType,
  description: string,
  of: FieldOf<T>["of"],
  unit: string | null = null,
): FieldOf<T> {
  return { name, type, unit, description, of };
}

/** Declares a field that holds a sentence of a document. */
export function sentence<T>(name: string, description: string, of: FieldOf<T>["of"]): FieldOf<T> {
  return { ...field(name, "text", description, of), isSentence: true };
}

/** A row, and the month in which its incident started; null where it has no incident or no start. */
export interface BuiltRow {
  readonly values: readonly FieldValue[];
  readonly month: string | null;
}

/** A table as the registry holds it. */
export interface Table {
  /** The name of its file, and of its table in SQL. */
  readonly name: string;
  /** What one row is, in a sentence. */
  readonly summary: string;
  /** The fields whose values no two rows share. */
  readonly key: readonly string[];
  /** Whether each row belongs to one incident. */
  readonly isOfIncidents: boolean;
  readonly fields: readonly Field[];
  readonly build: (context: TableContext) => readonly BuiltRow[];
}

/** What declares a table. */
interface TableSpec<T> extends Pick<Table, "name" | "summary" | "key"> {
  readonly fields: readonly FieldOf<T>[];
  readonly items: (context: TableContext) => readonly T[];
  /** The incident that an item belongs to; left out for tables that have none. */
  readonly incidentOf?: (item: T) => ExportedIncident;
}

const SOURCE = "Name of the folder that the row comes from, as given by --source.";

function monthOf({ incident }: ExportedIncident, timeZone: string): string | null {
  const { started } = incident.milestones;
  return started && isoMonth(started.value, timeZone);
}

/** Declares a table; its file is listed in `index.ts`, and `docs/tables.md` derives from it. */
export function defineTable<T>({ items, incidentOf, ...spec }: TableSpec<T>): Table {
  const fields: readonly FieldOf<T>[] = [
    field("source", "text", SOURCE, (_item, { source }) => source),
    ...spec.fields,
  ];
  return {
    ...spec,
    isOfIncidents: incidentOf !== undefined,
    fields,
    build: (context) =>
      items(context).map((item) => ({
        values: fields.map(({ of, isSentence }) =>
          isSentence && !context.withSentences ? null : of(item, context),
        ),
        month: incidentOf ? monthOf(incidentOf(item), context.timeZone) : null,
      })),
  };
}
