/** What `pm` tells its caller; never a count. */
export const EXIT = {
  ok: 0,
  findings: 1,
  /** Wrong usage or configuration, or nothing to work on. */
  usage: 2,
  /** A bug in pm. */
  bug: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
