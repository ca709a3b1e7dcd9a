using System.Text.RegularExpressions;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.SelfHost.Commands;
using ArrFunctions.SelfHost.Tests.Commands;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Docs;

/// <summary>What the documents say about settings and options is what the program takes.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_setting_is_documented_with_its_variable_and_default() => Assert.Equal(
        SettingCatalogue.All.Select(setting => (setting.Key, SettingKey.ToVariable(setting.Key), setting.Default)).Order(),
        SettingRow.All.Select(row => (row.Key, row.Variable, row.Default)).Order());

    [Fact]
    public void Every_setting_is_documented_with_its_meaning()
    {
        var meanings = SettingRow.All.ToDictionary(row => row.Key, row => row.Meaning);
        Assert.All(SettingCatalogue.All, setting => Assert.StartsWith(setting.Description, meanings[setting.Key], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_examples_are_valid_configurations()
    {
        using var folder = new CommandFolder();
        var secret = Path.Combine(folder.Media, "secret");
        await File.WriteAllTextAsync(secret, "key\n", TestContext.Current.CancellationToken);
        var examples = Example.Matches(Repository.Read("docs/configuration.md"));
        Assert.Equal(2, examples.Count);
        foreach (var example in examples.Select(match => match.Groups["yaml"].Value))
        {
            var path = folder.Configuration(SecretPath.Replace(example, secret));
            var run = await CommandRun.OfAsync([("SERIES_API_KEY", "key"), ("RADARR_KEY", "key")], "config", "validate", "--config", path);
            Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        }
    }

    [Theory]
    [InlineData("audio", "explain")]
    [InlineData("audio", "fix")]
    [InlineData("config", "show")]
    [InlineData("config", "validate")]
    [InlineData("setup", "webhook")]
    [InlineData("setup", "check")]
    [InlineData("schedules", "run")]
    [InlineData("notifications", "test")]
    [InlineData("batch", "start")]
    [InlineData("batch", "show")]
    [InlineData("setup", "connection")]
    [InlineData("library", "export")]
    [InlineData("library", "analyze")]
    [InlineData("library", "report")]
    [InlineData("library", "candidates")]
    [InlineData("library", "compare")]
    [InlineData("keys", "create")]
    [InlineData("health")]
    [InlineData("status")]
    [InlineData("admin", "doctor")]
    [InlineData("admin", "stats")]
    [InlineData("admin", "cleanup")]
    [InlineData("admin", "export-state")]
    [InlineData("admin", "import-state")]
    [InlineData("import", "ai-arr-control")]
    public async Task Every_option_of_a_command_is_documented(params string[] command)
    {
        var section = Repository.Read("docs/cli.md").Split("## ").Single(part => part.StartsWith(string.Join(' ', command), StringComparison.Ordinal));
        var help = (await CommandRun.OfAsync([.. command, "--help"])).Output;
        var documented = Option.Matches(section.Split("\nWhat each")[0]).Select(match => match.Value).ToHashSet();
        var actual = Option.Matches(help).Select(match => match.Value).Except(["--help", "--version"]).ToHashSet();
        Assert.Equal(actual.Order(), documented.Order());
    }

    [Theory]
    [InlineData("audio", "inspect", "explain", "fix", "undo")]
    [InlineData("config", "show", "validate", "schema")]
    [InlineData("keys", "list", "create", "rotate", "revoke")]
    [InlineData("admin", "doctor", "stats", "cleanup", "export-state", "import-state", "backup", "restore", "migrate", "rollback", "vacuum")]
    [InlineData("batch", "start", "list", "show", "cancel", "retry")]
    [InlineData("library", "export", "analyze", "report", "candidates", "compare", "search")]
    [InlineData("schedules", "list", "run", "enable", "disable")]
    [InlineData("notifications", "list", "test")]
    [InlineData("setup", "webhook", "connection", "check")]
    [InlineData("import", "ai-arr-control", "arrtheaudio", "arr-score-exporter")]
    public async Task Every_command_is_documented(string group, params string[] commands)
    {
        var documents = Repository.Read("docs/cli.md");
        var help = (await CommandRun.OfAsync(group, "--help")).Output.Split("Commands:")[1];
        Assert.All(commands, command => Assert.Matches($"`{group} {command}[ `]", documents));
        Assert.Equal(commands, CommandRow.Matches(help).Select(row => row.Groups["name"].Value));
    }

    [Fact]
    public async Task Every_schedule_is_documented_with_its_setting_and_what_it_depends_on()
    {
        using var folder = new CommandFolder();
        await using var state = ProductState.Empty(folder.Data, new());
        var rows = ScheduleRow.Matches(Repository.Read("docs/schedules.md"))
            .Select(row => (row.Groups["name"].Value, row.Groups["setting"].Value, row.Groups["depends"].Value.Trim()));
        Assert.Equal(
            state.Schedules.All.Select(schedule => (schedule.Name, $"Schedules:{schedule.Setting}", string.Join(", ", schedule.DependsOn.Select(name => $"`{name}`")))).Order(),
            rows.Order());
    }

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example { get; }

    [GeneratedRegex("/run/secrets/[a-z]+", RegexOptions.None, 1000)]
    private static partial Regex SecretPath { get; }

    [GeneratedRegex("--[a-z][a-z-]+", RegexOptions.None, 1000)]
    private static partial Regex Option { get; }

    [GeneratedRegex(@"^  (?<name>[\w-]+)( <.*?>)?  ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandRow { get; }

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \| `(?<setting>Schedules:\w+)` \|(?<depends>[^|]*)\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScheduleRow { get; }
}
