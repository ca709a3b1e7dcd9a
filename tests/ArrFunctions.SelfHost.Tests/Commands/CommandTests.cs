using System.Text.Json;

namespace ArrFunctions.SelfHost.Tests.Commands;

public sealed class CommandTests : IDisposable
{
    private readonly CommandFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Inspect_lists_the_tracks_for_people_and_for_programs()
    {
        var film = folder.Film("film.mkv");
        Assert.Contains("Japanese (ja)", (await CommandRun.OfAsync("audio", "inspect", film)).Output, StringComparison.Ordinal);
        var run = await CommandRun.OfAsync("audio", "inspect", film, "--json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("Matroska", json.RootElement.GetProperty("format").GetString());
        Assert.Equal(["en", "ja"], json.RootElement.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty("language").GetString()));
    }

    [Fact]
    public async Task Explain_tells_the_choice_and_why()
    {
        var film = folder.Film("film.mkv");
        var run = await CommandRun.OfAsync("audio", "explain", film, "--original-language", "Japanese", "--json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(2, json.RootElement.GetProperty("chosen").GetInt32());
        Assert.False(json.RootElement.GetProperty("isCorrect").GetBoolean());
        Assert.Contains("original language", json.RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_shows_the_rule_and_what_a_score_is_made_of_and_makes_no_state()
    {
        var film = folder.Film("film.mkv");
        var config = folder.Configuration($"Audio:\n  Scores: [language:jpn=30]\n  Rules:\n    - Path: {folder.Media}/**\n      Languages: [eng, jpn]\n");

        var run = await CommandRun.OfAsync("audio", "explain", film, "--config", config, "--data", folder.Data);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains($"Audio:Rules:0 (path {folder.Media}/**)", run.Output, StringComparison.Ordinal);
        Assert.Contains("1030 = 1000 number 2 of the wanted languages, +30 language ja", run.Output, StringComparison.Ordinal);
        Assert.False(Path.Exists(folder.Data));
    }

    [Fact]
    public async Task A_language_on_the_command_line_wins_over_a_rule()
    {
        var config = folder.Configuration("Audio:\n  Rules:\n    - Path: '**'\n      Languages: eng\n");

        var run = await CommandRun.OfAsync("audio", "explain", folder.Film("film.mkv"), "--config", config, "--language", "jpn");

        Assert.Contains("Track 2 should be the only default one", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_a_rule_leaves_alone_is_explained_and_not_fixed()
    {
        var film = folder.Film("film.mkv");
        var config = folder.Configuration("Audio:\n  Languages: jpn\n  Rules:\n    - Path: '*.mkv'\n      Skip: true\n");

        var explained = await CommandRun.OfAsync("audio", "explain", film, "--config", config);
        var mended = await CommandRun.OfAsync("audio", "fix", film, "--apply", "--config", config, "--data", folder.Data);

        Assert.Contains("Left alone: the rule Audio:Rules:0 leaves it alone (path *.mkv).", explained.Output, StringComparison.Ordinal);
        Assert.Contains("1 skipped", mended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_at_all()
    {
        var film = folder.Film("film.mkv");
        var before = await File.ReadAllBytesAsync(film, Cancellation);
        var run = await CommandRun.OfAsync("audio", "fix", film, "--language", "jpn", "--data", folder.Data);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("would change", run.Output, StringComparison.Ordinal);
        Assert.Contains("--apply", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(film, Cancellation));
        Assert.False(Path.Exists(folder.Data));
    }

    [Fact]
    public async Task A_fix_is_made_once_and_undone_by_its_id()
    {
        var film = folder.Film("film.mkv");
        var before = await File.ReadAllBytesAsync(film, Cancellation);

        var fixedRun = await FixAsync(film, "--json");
        using var json = JsonDocument.Parse(fixedRun.Lines[0]);
        Assert.Equal("changed", json.RootElement.GetProperty("outcome").GetString());
        Assert.Contains("\"changed\":1", fixedRun.Lines[^1], StringComparison.Ordinal);
        Assert.Contains("1 right already", (await FixAsync(film)).Output, StringComparison.Ordinal);

        var undo = await CommandRun.OfAsync("audio", "undo", json.RootElement.GetProperty("undoId").GetString()!, "--data", folder.Data);
        Assert.Equal((0, ""), (undo.ExitCode, undo.Errors));
        Assert.Equal(before, await File.ReadAllBytesAsync(film, Cancellation));
    }

    [Fact]
    public async Task A_folder_is_fixed_with_its_subfolders_only_when_asked_for()
    {
        folder.Film("one.MKV");
        folder.Film("Season 01/two.mkv");
        folder.Film("Season 01/.hidden.mkv");
        Assert.Contains("1 file: 1 changed", (await FixAsync(folder.Media)).Output, StringComparison.Ordinal);
        Assert.Contains("2 files: 1 changed, 1 right already", (await FixAsync(folder.Media, "--recursive")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_undo_the_file_is_left_alone_in_folders_until_it_is_named()
    {
        var film = folder.Film("film.mkv");
        await FixAsync(film);
        await CommandRun.OfAsync("audio", "undo", film, "--data", folder.Data);
        Assert.Contains("1 skipped", (await FixAsync(folder.Media)).Output, StringComparison.Ordinal);
        Assert.Contains("1 changed", (await FixAsync(film)).Output, StringComparison.Ordinal);
        Assert.Contains("1 right already", (await FixAsync(folder.Media)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_tells_of_a_file_that_was_taken_back()
    {
        var film = folder.Film("film.mkv");
        await FixAsync(film);
        await CommandRun.OfAsync("audio", "undo", film, "--data", folder.Data);
        var run = await CommandRun.OfAsync("audio", "fix", folder.Media, "--language", "jpn", "--data", folder.Data);
        Assert.Contains("taken back", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inspect")]
    [InlineData("explain")]
    public async Task What_cannot_be_read_is_told_to_programs_too(string command)
    {
        var run = await CommandRun.OfAsync("audio", command, Path.Combine(folder.Media, "nothing.mkv"), "--json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal((1, "there is no such file"), (run.ExitCode, json.RootElement.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task A_hardlinked_file_waits_with_exit_code_3()
    {
        var film = folder.Film("film.mkv");
        await CommandFolder.HardLinkAsync(film, Path.Combine(folder.Media, "seeding.bin"));
        var run = await FixAsync(film);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("2 names", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_fails_with_exit_code_1()
    {
        var run = await FixAsync(Path.Combine(folder.Media, "nothing.mkv"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("there is no such file", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--language", "englsh", "'englsh' is no language")]
    [InlineData("--original-language", "??", "'??' is no language")]
    public async Task A_wrong_language_is_a_usage_error(string option, string value, string message)
    {
        var run = await CommandRun.OfAsync("audio", "fix", folder.Film("film.mkv"), "--apply", "--data", folder.Data, option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.False(Path.Exists(folder.Data));
    }

    [Theory]
    [InlineData("Audio__HardlinkPolicy", "delete", "defer, reflink, copy, skip, allow")]
    [InlineData("Audio__Undetermined", "2", "ignore, asOriginal, onlyIfSingle")]
    [InlineData("Audio__Channels", "many", "no number of channels")]
    [InlineData("Audio__KeepModifiedTime", "yes", "neither true nor false")]
    [InlineData("Audio__Mp4__AlternateGroup", "x", "set, require, ignore")]
    [InlineData("Audio__Roots", "media", "no absolute path")]
    [InlineData("Audio__HardlinkPolicy", "allow,defer", "defer, reflink, copy, skip, allow")]
    [InlineData("Audio__Languages", "", "is empty")]
    [InlineData("Audio__Langauges", "jpn", "is no setting")]
    [InlineData("Audio__Languages__first", "jpn", "is no setting")]
    public async Task A_wrong_setting_is_named_with_what_it_takes(string name, string value, string message)
    {
        var run = await CommandRun.OfAsync([(name, value)], "audio", "fix", folder.Film("film.mkv"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(name, run.Errors, StringComparison.Ordinal);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("audio", "fix")]
    [InlineData("audio", "mend")]
    [InlineData("audio", "inspect", "")]
    [InlineData("audio", "fix", "x.mkv", "--data", "")]
    [InlineData("audio", "inspect", "a", "b")]
    public async Task A_wrong_command_line_is_a_usage_error(params string[] arguments) =>
        Assert.Equal(2, (await CommandRun.OfAsync(arguments)).ExitCode);

    [Fact]
    public async Task The_environment_gives_the_wanted_languages()
    {
        var run = await CommandRun.OfAsync([("Audio__Languages", "Japanese, en")], "audio", "fix", folder.Film("film.mkv"));
        Assert.Contains("track 2 (Japanese", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_the_configured_roots_nothing_is_touched()
    {
        var film = folder.Film("film.mkv");
        var run = await CommandRun.OfAsync([("Audio__Roots", "/usr/share")], "audio", "fix", film, "--apply", "--language", "jpn", "--data", folder.Data);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("outside the allowed folders", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_of_a_name_never_reach_the_terminal()
    {
        var run = await FixAsync(folder.Film("evil\u001b[31m\nname.mkv"));
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Equal(2, run.Lines.Length);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_used_is_explained()
    {
        var film = folder.Film("film.mkv");
        var run = await CommandRun.OfAsync("audio", "fix", film, "--apply", "--data", film);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(film, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    private Task<CommandRun> FixAsync(string path, params string[] options) =>
        CommandRun.OfAsync(["audio", "fix", path, "--apply", "--language", "jpn", "--data", folder.Data, .. options]);
}
