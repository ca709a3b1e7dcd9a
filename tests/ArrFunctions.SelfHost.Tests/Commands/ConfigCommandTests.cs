using System.Text.Json;

namespace ArrFunctions.SelfHost.Tests.Commands;

public sealed class ConfigCommandTests : IDisposable
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly CommandFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Show_tells_every_value_with_its_source_and_hides_secrets()
    {
        var file = folder.Configuration($"Audio:\n  Languages: [jpn]\nWebhooks:\n  Secret: {Secret}\n");
        var run = await CommandRun.OfAsync([("Audio__HardlinkPolicy", "SKIP")], "config", "show", "--config", file, "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(("jpn", "file", $"{file}, line 2"), Setting(run, "Audio:Languages"));
        Assert.Equal(("skip", "environment", "Audio__HardlinkPolicy"), Setting(run, "Audio:HardlinkPolicy"));
        Assert.Equal(("true", "default", null), Setting(run, "Audio:DryRun"));
        Assert.Equal((null, "default", null), Setting(run, "Audio:Roots"));
        Assert.Equal(("********", "file", $"{file}, line 4"), Setting(run, "Webhooks:Secret"));
        Assert.DoesNotContain(Secret, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_is_a_table_for_people()
    {
        var run = await CommandRun.OfAsync([("SONARR_URL", "http://sonarr:8989"), ("SONARR_API_KEY", Secret)], "config", "show", "--data", folder.Data);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains(run.Lines, line => line.Contains("SONARR_API_KEY", StringComparison.Ordinal) && line.Contains("********", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.Contains("Audio:DryRun", StringComparison.Ordinal) && line.Contains("default", StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, run.Output, StringComparison.Ordinal);
        Assert.False(Path.Exists(folder.Data));
    }

    [Theory]
    [InlineData("show")]
    [InlineData("validate")]
    public async Task All_errors_are_told_with_exit_code_2_and_without_secrets(string command)
    {
        var file = folder.Configuration($"Audio:\n  DryRun: maybe\nWebhooks:\n  Secert: {Secret}\n");
        var run = await CommandRun.OfAsync([("RADARR_API_KEY", Secret)], "config", command, "--config", file);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains($"Audio:DryRun ({file}, line 2): 'maybe' is neither true nor false.\n", run.Errors, StringComparison.Ordinal);
        Assert.Contains($"Webhooks:Secert ({file}, line 4) is no setting. Did you mean Webhooks:Secret?\n", run.Errors, StringComparison.Ordinal);
        Assert.Contains("RADARR_API_KEY (environment) is set without RADARR_URL.", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_valid_configuration_ends_with_0_and_its_warnings()
    {
        var run = await CommandRun.OfAsync([("Adio__DryRun", "false"), ("SONARR__AUTH__APIKEY", Secret)], "config", "validate", "--data", folder.Data);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Warning: Adio__DryRun (environment) is no setting and is ignored. Did you mean Audio__DryRun?\n", run.Errors);
    }

    [Fact]
    public async Task A_file_that_is_named_has_to_be_there()
    {
        var run = await CommandRun.OfAsync("config", "validate", "--config", Path.Combine(folder.Media, "nothing.yaml"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nothing.yaml cannot be read: there is no such file.", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explain")]
    [InlineData("fix")]
    public async Task The_audio_commands_read_the_file_of_the_data_folder_and_flags_win(string command)
    {
        var film = folder.Film("film.mkv");
        Directory.CreateDirectory(folder.Data);
        File.Move(folder.Configuration("Audio:\n  Languages: jpn\n"), Path.Combine(folder.Data, "config.yaml"));
        var configured = await CommandRun.OfAsync("audio", command, film, "--data", folder.Data);
        Assert.Contains("rack 2", configured.Output, StringComparison.Ordinal);
        var flagged = await CommandRun.OfAsync("audio", command, film, "--data", folder.Data, "--language", "eng");
        Assert.DoesNotContain("rack 2 should", flagged.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("would change", flagged.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audio_command_with_a_wrong_file_does_nothing()
    {
        var film = folder.Film("film.mkv");
        var file = folder.Configuration("Audio:\n  Languages: englsh\n");
        var run = await CommandRun.OfAsync("audio", "fix", film, "--apply", "--data", folder.Data, "--config", file);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'englsh' is no language", run.Errors, StringComparison.Ordinal);
        Assert.False(Path.Exists(folder.Data));
    }

    private static (string? Value, string? Source, string? Place) Setting(CommandRun run, string key)
    {
        var line = Assert.Single(run.Lines, line => line.StartsWith($"{{\"key\":\"{key}\"", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(line);
        string? Text(string name) => json.RootElement.TryGetProperty(name, out var text) ? text.GetString() : null;
        return (Text("value"), Text("source"), Text("place"));
    }
}
