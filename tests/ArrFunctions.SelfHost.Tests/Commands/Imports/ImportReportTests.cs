using ArrFunctions.SelfHost.Commands.Imports;
using ArrFunctions.Setup.Takeover;
using ArrFunctions.Tests;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Tests.Commands.Imports;

/// <summary>What a person reads of an import.</summary>
public sealed class ImportReportTests : IDisposable
{
    private readonly TheirFolder theirs = new();

    public void Dispose() => theirs.Dispose();

    [Theory]
    [InlineData("--json")]
    [InlineData()]
    public async Task Neither_passwords_in_addresses_nor_keys_are_shown_and_names_do_not_steer_the_terminal(params string[] more)
    {
        theirs.Write(
            ".env",
            "SONARR_URL=http://user:planted-password@sonarr:8989\nSONARR_API_KEY=planted0123456789abcdef012345678\nDISCOVERY_ENABLED=1\n"
            + "DISCOVERY_SOURCES=https://lists.example.org/all.json?apikey=planted-query\nPOSTGRES_PASSWORD=planted-other\nTLS_KEY=\"-----BEGIN KEY-----\nplantedlast=\n-----END KEY-----\"\n");
        theirs.Database("db/app.db", TheirFolder.HealthTable + TheirFolder.Test("sonarr", 1, "Evil\u001b[31m\u202e", success: false, DateTimeOffset.UnixEpoch.AddYears(50), "http://x/?apikey=planted-error")).Dispose();

        var run = await CommandRun.OfAsync(["import", "ai-arr-control", theirs.Path, "--data", theirs.Data, .. more]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Indexers:Discovery:Sources", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", run.Output + run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task What_is_left_out_and_what_to_do_next_come_before_the_lists()
    {
        theirs.Write(".env", "RADARR_URL=not a url\nRADARR_API_KEY=0123456789abcdef0123456789abcdef\n");

        var text = (await CommandRun.OfAsync("import", "ai-arr-control", theirs.Path, "--data", theirs.Data)).Output;

        var (next, wrong, apply, settings) = (text.IndexOf("What to do next", StringComparison.Ordinal), text.IndexOf("is left out.", StringComparison.Ordinal), text.IndexOf("--apply", StringComparison.Ordinal), text.IndexOf("What becomes of it", StringComparison.Ordinal));
        Assert.True(next > 0 && next < wrong && wrong < apply && apply < settings, text);
    }

    [Fact]
    public void Names_of_keys_stay_whole_on_eighty_columns()
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        console.Profile.Width = 80;

        console.Write(ImportText.TableOf([new("path_overrides[0].language_priority[0]", KeyFate.Changed, "A star does not take slashes here, so it is written in another way.")]));

        Assert.Contains(" path_overrides[0].language_priority[0] ", output.ToString(), StringComparison.Ordinal);
        Assert.All(output.ToString().Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task A_pipe_in_the_folder_is_not_waited_on()
    {
        Tools.Run("mkfifo", theirs.PathOf(".env"));

        Assert.Equal(2, (await CommandRun.OfAsync("import", "ai-arr-control", theirs.Path, "--data", theirs.Data)).ExitCode);
    }
}
