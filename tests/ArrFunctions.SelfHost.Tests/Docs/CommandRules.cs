using System.Text.RegularExpressions;

namespace ArrFunctions.SelfHost.Tests.Docs;

/// <summary>What is declared about commands in documents: which are not run and why, which end otherwise than with 0, and what stands for what.</summary>
internal static partial class CommandRules
{
    private const string Image = "builds or runs an image; the files that it is made of have tests of their own (Deployment)";
    private const string Cloud = "needs an account, a registry or a machine elsewhere";
    private const string Build = "builds or tests the repository, as the run of this test itself does";
    private const string Machine = "changes the machine";
    private const string Service = "is the service itself, which the test has started";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Programs of the machine that may be run on what is in the folder of the test.</summary>
    public static readonly IReadOnlySet<string> Tools = new HashSet<string>(
        ["arrfunctions", "curl", "cat", "cd", "chmod", "cp", "cut", "date", "echo", "export", "grep", "head", "id", "jq", "ls", "mkdir", "mv", "openssl", "printf", "sed", "sha256sum", "sort", "tail", "tar", "tee", "tr", "unzip", "wc"],
        StringComparer.Ordinal);

    /// <summary>A command that one of these fits is not run.</summary>
    private static readonly (string Pattern, string Reason)[] NotRun =
    [
        (@"^(sudo )?(docker|podman)\b", Image),
        (@"^(\w+=\S+ +)*(az|kubectl|helm|ssh|scp|rsync|git|rclone|restic)\b", Cloud),
        (@"https://(?!localhost|127\.0\.0\.1)", Cloud),
        (@"^(\w+=\S+ +)*(dotnet (test|build|publish|add|run -c Release)|npm|func|\.ci/run|eng/|azurite)\b", Build),
        (@"^dotnet run(?! --project src/ArrFunctions\.SelfHost)", Build),
        (@"^(sudo )?(systemctl|journalctl|apt-get|apt|chown|mount|umount|useradd|loginctl|install|ln|rm|nginx|caddy|a2enmod|a2ensite|apachectl|sysctl|timedatectl|crontab|source|eval)\b", Machine),
        (@">>? *[~/](?!dev/null)", Machine),
        (@"^arrfunctions( --[a-z]+ \S+)*( &)?$", Service),
        (@"^arrfunctions demo --stay", "goes on until Ctrl+C; the tests of the dashboard play it (DemoProcess)"),
    ];

    /// <summary>Exit codes that a document shows or explains, besides 0.</summary>
    private static readonly (string Pattern, int[] Codes, string Reason)[] Ends =
    [
        (@"^curl .*/events/stream", [28], "a stream goes on, and curl is told to leave"),
        (@"^arrfunctions (status|admin doctor|health)\b", [1, 3], "says how things stand; what is wrong on the machine of the test is no fault of the page"),
        (@"^arrfunctions notifications test\b", [1], "nobody is there to be told"),
        (@"^arrfunctions admin (restore|rollback|migrate|vacuum)\b", [1, 3], "wants the service stopped, and that of the test runs"),
    ];

    /// <summary>What a document writes in the place of something of the reader's. {film}, {media}, {data}, {work}, {key}, {address}: those of the test.</summary>
    private static readonly (string Pattern, string Replacement)[] StandIns =
    [
        (@"dotnet run --project src/ArrFunctions\.SelfHost( --)?(?=\s|$)", "arrfunctions"),
        (@"(setup webhook --instance \w+)$", "$1 --url {address}"),
        (@"https?://(localhost|127\.0\.0\.1):7071", "{address}"),
        (@"(?<=ARRFUNCTIONS_API_KEY=)\S+", "{key}"),
        (@"(?<![\w$])FILE(?!\w)", "{film}"),
        (@"(?<![\w$])FOLDER(?!\w)", "{media}"),
        (@"/srv/media\b|/data/media\b", "{media}"),
        (@"/data/\S+\.mkv", "{film}"),
        (@"/(new|old)/folder\b|/srv/(arrfunctions|backups?)\b|/path/to\b", "{work}/folder"),
        (@"(?<![\w{}./-])(\S*/)?arrfunctions-\d{8}T\d{6}Z\.zip", "$(ls -t {data}/backups/*.zip | head -n 1)"),
        (@"/mnt/nas/(?<name>[\w.-]+)", "{work}/${name}"),
        (@"~/\.local/share/arrfunctions\b|(?<=[\s=])/config\b", "{data}"),
    ];

    /// <summary>The command with the name of the program in the place of the way to build and run it.</summary>
    public static string Program(string command) => Put(StandIns[0], Continued.Replace(command, " "));

    /// <summary>The reason why a command is not run; null: it is.</summary>
    public static string? WhyNot(string command) => NotRun.FirstOrDefault(rule => Fits(command, rule.Pattern)).Reason;

    public static bool MayEndWith(string command, int code) =>
        code == 0 || Ends.Any(rule => Fits(command, rule.Pattern) && rule.Codes.Contains(code));

    /// <summary>The command with what the test has for each thing of the reader's.</summary>
    public static string Stand(string command, DocumentHouse house) =>
        house.Values.Aggregate(StandIns.Aggregate(command, (text, standIn) => Put(standIn, text)), (text, value) => text.Replace(value.Key, value.Value, StringComparison.Ordinal));

    /// <summary>A path that the command names and that is none of the test's; null: there is none.</summary>
    public static string? Foreign(string command, string folder) =>
        AbsolutePath.Matches(command).Select(match => match.Value).FirstOrDefault(path => !path.StartsWith(folder, StringComparison.Ordinal) && path is not "/dev/null");

    private static bool Fits(string command, string pattern) => Regex.IsMatch(command, pattern, RegexOptions.None, Patience);

    private static string Put((string Pattern, string Replacement) standIn, string command) =>
        Regex.Replace(command, standIn.Pattern, standIn.Replacement, RegexOptions.None, Patience);

    [GeneratedRegex(@"\\\n\s*", RegexOptions.None, 1000)]
    private static partial Regex Continued { get; }

    [GeneratedRegex(@"(?<=^|[\s='"">])/[\w.][^\s'"";|]*", RegexOptions.None, 1000)]
    private static partial Regex AbsolutePath { get; }
}
