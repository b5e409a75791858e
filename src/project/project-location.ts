/** Where a command is to look. */
export interface ProjectLocation {
  readonly cwd: string;
  /** `--dir`: a folder with `pm.yaml`, or any folder of postmortems. */
  readonly dir: string | null;
  /** `--config`: the file itself. */
  readonly configPath: string | null;
  /** Where to begin to look for `pm.yaml` if neither is given. */
  readonly from?: string;
  /** `--map`, in place of `import_map` in the configuration. */
  readonly importMap?: string | null;
}

/** How many threads a project is read with, and how another finds it. */
export interface Threads {
  readonly most: number;
  readonly location: ProjectLocation;
}
