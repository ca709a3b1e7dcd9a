using System.CommandLine;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>completion SHELL</c>: prints what makes the shell complete the commands; each key press asks the program itself, so nothing here goes out of date.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _arrfunctions() {
            local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]}
            COMPREPLY=( $(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null | grep -v '^[/-][?h]$')" -- "$word") )
        }
        complete -o default -F _arrfunctions arrfunctions ArrFunctions.SelfHost
        """;

    private const string Zsh = """
        #compdef arrfunctions
        _arrfunctions() {
            local -a words_found
            words_found=("${(@f)$("${words[1]}" "[suggest:${#BUFFER}]" "$BUFFER" 2>/dev/null | grep -v '^[/-][?h]$')}")
            if (( ${#words_found} )) && [[ -n ${words_found[1]} ]]; then
                compadd -- "${words_found[@]}"
            else
                _files
            fi
        }
        compdef _arrfunctions arrfunctions ArrFunctions.SelfHost
        """;

    private const string Fish = """
        function __arrfunctions_complete
            set -l line (commandline -cp)
            set -l program (commandline -opc)[1]
            $program "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match -v -r '^[/-][?h]$'
        end
        complete -c arrfunctions -a '(__arrfunctions_complete)'
        complete -c ArrFunctions.SelfHost -a '(__arrfunctions_complete)'
        """;

    public static Command Build()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command("completion", "Print what makes a shell complete commands, options and names: source <(arrfunctions completion bash).") { shell };
        command.SetAction(parsed =>
        {
            Terminal.Raw(parsed.GetRequiredValue(shell) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                _ => Fish,
            });
            return ExitCode.Success;
        });
        return command;
    }
}
