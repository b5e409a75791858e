/**
 * What begins a command in the log of a build: `::name` at the start of a line for GitHub Actions,
 * `##vso[` and `##[` anywhere in one for Azure Pipelines and older runners. (`ActionCommand.cs` of
 * actions/runner; the sections of GitLab need escape characters, which no output has.)
 */
// eslint-disable-next-line regexp/no-super-linear-move -- a run of line separators that no `:` follows is not written
const AT_LINE_START = /^((?:[^\S\r\n]|\u0085)*):(?=:)/gm;
const ANYWHERE = /#(?=#[\w.-]*\[)/g;

/**
 * A text in which nothing that a runner may read begins a command: its first character is written as
 * an escape, which a reader of JSON takes for the same character.
 */
export function withoutRunnerCommands(text: string): string {
  return withoutBracketCommands(text).replace(AT_LINE_START, "$1\\u003a");
}

/** The same for a text whose lines are commands of our own. */
export function withoutBracketCommands(text: string): string {
  return text.replace(ANYWHERE, "\\u0023");
}

/** Whether a runner reads the output, by the variables that the usual ones set. */
export function isOnRunner(env: Readonly<Record<string, string | undefined>>): boolean {
  return ["CI", "GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI"].some((name) => (env[name] ?? "") !== "");
}
