#!/usr/bin/env bash
# Installs pm for action.yml: the action's own checkout, or a released version from npm.
# Reads PM_VERSION, GITHUB_ACTION_PATH and RUNNER_TEMP; writes the output `pm`, the program's path.
set -euo pipefail

if [[ -n "${PM_VERSION:-}" ]]; then
  folder="$RUNNER_TEMP/pm"
  npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund "postmortem-signal@$PM_VERSION"
  program="$folder/node_modules/postmortem-signal/bin/pm.js"
else
  # A checkout has no dist; what builds it is among the development dependencies.
  cd "$GITHUB_ACTION_PATH"
  npm ci --include=dev --ignore-scripts --no-audit --no-fund
  npm run build
  program="$GITHUB_ACTION_PATH/bin/pm.js"
fi

echo "pm=$program" >> "$GITHUB_OUTPUT"
