#compdef pm
# Completion of pm for zsh.
# The candidates come from pm itself, which knows the project's taxonomy.

_pm() {
  local line="${(j: :)words[1,CURRENT-1]} ${PREFIX}" reply one value description
  local -a candidates
  reply=$(pm complete zsh -- "$line" 2>/dev/null </dev/null)
  if [[ $reply == :(files|folders) ]]; then
    [[ $PREFIX == -*=* ]] && compset -P '*='
    if [[ $reply == :files ]]; then _files; else _files -/; fi
    return
  fi
  for one in "${(@f)reply}"; do
    value=${one%%$'\t'*} description=${one#*$'\t'}
    # _describe takes a colon for the end of the candidate.
    [[ -n $value ]] && candidates+=("${value//:/\\:}${description:+:$description}")
  done
  _describe -t pm pm candidates
}

# In a folder of $fpath this file is the function itself; otherwise it registers it.
if [[ ${funcstack[1]} == _pm ]]; then
  _pm "$@"
else
  compdef _pm pm
fi
