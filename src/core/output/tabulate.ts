import type { Cell, Chart, Column, ColumnType, Place, Section } from "../table.ts";

/** A column with how its cell is read off an item. */
export interface ColumnOf<T> extends Column {
  readonly cell: (item: T) => Cell;
}

/** Declares a column: key, heading, type, priority, cell, and how it is computed. */
export function column<T>(
  key: string,
  label: string,
  type: ColumnType,
  priority: Column["priority"],
  cell: (item: T) => Cell,
  meaning?: string,
): ColumnOf<T> {
  return { key, label, type, priority, cell, ...(meaning === undefined ? {} : { meaning }) };
}

/** Declares a column of ids of competencies, or of lists of them: people read their plain names. */
export function competencyColumn<T>(
  key: string,
  label: string,
  type: "text" | "list",
  priority: Column["priority"],
  cell: (item: T) => Cell,
): ColumnOf<T> {
  return { ...column(key, label, type, priority, cell), isCompetency: true };
}

/** A section with a row for each item. */
export function tabulate<T>(
  spec: Pick<Section, "key" | "title" | "whenEmpty"> & {
    readonly columns: readonly ColumnOf<T>[];
    readonly items: readonly T[];
    readonly notes?: readonly string[];
    /** How far an item's first cell is indented. */
    readonly levelOf?: (item: T) => number;
    readonly finding?: string | null;
    readonly chart?: Chart;
    readonly isTableFirst?: true;
    readonly isBlocks?: true;
    /** Where what a row counts is written. */
    readonly places?: (item: T) => readonly Place[];
    /** The paths of the files that a row counts. */
    readonly membersOf?: (item: T) => readonly string[];
  },
): Section {
  const { finding = null, chart, places } = spec;
  return {
    key: spec.key,
    title: spec.title,
    columns: spec.columns.map((one) => ({
      ...{ key: one.key, label: one.label, type: one.type, priority: one.priority },
      ...(one.meaning === undefined ? {} : { meaning: one.meaning }),
      ...(one.joined === undefined ? {} : { joined: one.joined }),
      ...(one.isPath === undefined ? {} : { isPath: one.isPath }),
      ...(one.isAddress === undefined ? {} : { isAddress: one.isAddress }),
      ...(one.isCompetency === undefined ? {} : { isCompetency: one.isCompetency }),
      ...(one.isId === undefined ? {} : { isId: one.isId }),
    })),
    rows: spec.items.map((item) => spec.columns.map(({ cell }) => cell(item))),
    ...(spec.levelOf ? { levels: spec.items.map(spec.levelOf) } : {}),
    whenEmpty: spec.whenEmpty,
    notes: spec.notes ?? [],
    ...(finding === null ? {} : { finding }),
    ...(chart === undefined ? {} : { chart }),
    ...(spec.isTableFirst ? { isTableFirst: true as const } : {}),
    ...(spec.isBlocks ? { isBlocks: true as const } : {}),
    ...(places === undefined ? {} : { places: spec.items.map(places) }),
    ...(spec.membersOf ? { members: spec.items.map(spec.membersOf) } : {}),
  };
}
