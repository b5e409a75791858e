#!/usr/bin/env bash
# Lints for action.yml. Inputs come as PM_… variables only, never as part of a script's text.
# Writes the outputs `sarif-file` and `exit-code`. Findings end in exit code 0 here, so that they can be
# uploaded first; wrong usage or configuration ends at once.
set -euo pipefail

# A pull request can embed a repository in its folders; whatever asks git here takes none of its settings.
export GIT_CONFIG_COUNT=2
export GIT_CONFIG_KEY_0=safe.bareRepository GIT_CONFIG_VALUE_0=explicit
export GIT_CONFIG_KEY_1=core.fsmonitor GIT_CONFIG_VALUE_1=false

options=()
[[ -n "${PM_CONFIG:-}" ]] && options+=(--config "$PM_CONFIG")
[[ "${PM_FAIL_ON_WARNINGS:-false}" == true ]] && options+=(--max-warnings 0)
[[ "${PM_CHANGED_ONLY:-true}" == true && -n "${PM_BASE:-}" ]] && options+=("--changed=$PM_BASE")

paths=()
while IFS= read -r path; do
  path="${path%$'\r'}"
  [[ -n "$path" ]] && paths+=("$path")
done <<< "${PM_PATHS:-}"

# Bash before 4.4 takes an empty array for an unset variable.
lint() {
  node "$PM" lint "$@" ${options[@]+"${options[@]}"} -- ${paths[@]+"${paths[@]}"}
}

sarif="$RUNNER_TEMP/pm.sarif"
code=0
lint --format sarif --output "$sarif" --force 2> /dev/null || code=$?
if ((code > 1)); then
  # Says on standard error what is wrong.
  lint --format github
  exit "$code"
fi

# The same once more as annotations, and with the summary.
lint --format github || true

{
  echo "sarif-file=$sarif"
  echo "exit-code=$code"
} >> "$GITHUB_OUTPUT"
