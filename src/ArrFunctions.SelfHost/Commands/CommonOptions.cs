using System.CommandLine;
using System.CommandLine.Parsing;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>The .NET images set this, and so does everything that is built on them.</summary>
    private static bool IsImage => string.Equals(
        Environment.GetEnvironmentVariables()["DOTNET_RUNNING_IN_CONTAINER"] as string, "true", StringComparison.OrdinalIgnoreCase);

    public static Option<bool> Json() => new("--json") { Description = "Write JSON, one object a line." };

    public static Option<string?> Language() => new("--language")
    {
        Description = "Wanted languages after the original one, the most wanted first: jpn,eng. Default: the setting Audio:Languages.",
        HelpName = "LANGUAGES",
    };

    public static Option<string?> OriginalLanguage() => new("--original-language")
    {
        Description = "Language of the production; it comes before all others: ja, jpn or Japanese.",
        HelpName = "LANGUAGE",
    };

    public static Option<string> Data() => new("--data")
    {
        Description = "Folder for the state: undo records, leases, and the configuration.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => IsImage ? "/config" : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "arrfunctions"),
        Validators = { RefuseEmpty },
    };

    public static Option<string?> Config() => new("--config")
    {
        Description = "File with the settings, in YAML. Default: config.yaml in the data folder, if there is one.",
        HelpName = "FILE",
        Validators = { RefuseEmpty },
    };

    public static Argument<string> File() => new("FILE")
    {
        Description = "An MKV, MKA, WebM, MP4, M4V, MOV or M4A file.",
        Validators = { RefuseEmpty },
    };

    /// <summary>An empty path is a script's unset variable, and would mean the folder one happens to be in.</summary>
    public static void RefuseEmpty(SymbolResult result)
    {
        if (result.Tokens.Any(token => token.Value.Length == 0))
        {
            result.AddError("A path cannot be empty.");
        }
    }
}
