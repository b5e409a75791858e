# Completion of pm for fish 3.1 and later.
# The candidates come from pm itself, which knows the project's taxonomy.

function __pm_completion
    set -l line (commandline -cp | string collect)
    set -l reply (pm complete fish -- "$line" 2>/dev/null </dev/null)
    set -l token (commandline -ct)
    # A path after `--option=` is completed by itself, and gets the option back in front.
    set -l option (string match -r -- '^-[^=]*=' "$token")
    set -l path (string replace -r -- '^-[^=]*=' '' "$token")
    switch "$reply[1]"
        case ':files'
            printf '%s\n' "$option"(__fish_complete_path "$path")
        case ':folders'
            printf '%s\n' "$option"(__fish_complete_directories "$path")
        case '*'
            printf '%s\n' $reply
    end
end

complete -c pm -e
complete -c pm -f -k -a '(__pm_completion)'
