# Completion of pm for bash 3.2 and later; it needs no bash-completion package.
# The candidates come from pm itself, which knows the project's taxonomy.

_pm_completion() {
  local line=${COMP_LINE:0:COMP_POINT} reply value
  local word=${line##*[[:space:]]}
  # Bash replaces only what stands after the last `=` or `:` of a word.
  local kept=${word%"$2"}
  COMPREPLY=()
  reply=$(pm complete bash -- "$line" 2>/dev/null </dev/null)
  # Without candidates, `-o default` below makes bash complete files. Bash 3.2 has no compopt.
  case $reply in
    :files) return ;;
    :folders)
      compopt +o default -o dirnames 2>/dev/null
      return
      ;;
  esac
  compopt +o default 2>/dev/null
  while IFS=$'\t' read -r value _; do
    [[ -n $value ]] && COMPREPLY+=("${value#"$kept"}")
  done <<<"$reply"
  return 0
}

complete -o default -F _pm_completion pm
