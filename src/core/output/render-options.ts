/** How a text is to look where it is printed. */
export interface RenderOptions {
  readonly color: boolean;
  /** Terminal columns; null where the output is no terminal and may be as wide as it needs. */
  readonly width: number | null;
  /** The way to a shown path from where the output will lie; where that is not known, the path itself. */
  readonly linkTo?: (path: string) => string;
  /** Address under which shown paths are found on the web; links then lead there. */
  readonly repoUrl?: string;
  /** Whether somebody looks at it in a terminal; absent where not. */
  readonly isTerminal?: true;
  /** Whether it is kept in a file, where a change of one row is to change one line; absent where not. */
  readonly isFile?: true;
  /** Whether a spreadsheet program opens it by itself, which takes text without a mark for another encoding. */
  readonly isForExcel?: true;
  /** Whether all columns are asked for; absent where not. */
  readonly isWide?: true;
  /** Absent where charts are welcome. */
  readonly charts?: false;
}
