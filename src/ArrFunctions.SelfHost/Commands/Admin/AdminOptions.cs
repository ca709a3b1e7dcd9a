using System.CommandLine;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary>Options of the commands that move state.</summary>
internal static class AdminOptions
{
    public static Argument<string> File() => new("FILE") { Description = "The state file.", Validators = { CommonOptions.RefuseEmpty } };

    public static Option<string?> Url() => new("--url")
    {
        Description = "A running host, of either kind, in the place of the data folder. Its admin key stands in ARRFUNCTIONS_API_KEY, or in the file that --key-file names.",
        HelpName = "URL",
    };

    public static Option<string?> KeyFile() => new("--key-file")
    {
        Description = "File that holds an admin key of the host at --url.",
        HelpName = "FILE",
        Validators = { CommonOptions.RefuseEmpty },
    };
}
