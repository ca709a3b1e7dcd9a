using System.Globalization;
using ArrFunctions.Tests;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Deployment;

/// <summary>The entry script of the image, run for real.</summary>
public sealed class EntryScriptTests : IDisposable
{
    /// <summary>What the program ends with, so that a script that stays in between would show.</summary>
    private const int EndOfProgram = 7;

    private readonly EntryScript script = new();

    public void Dispose() => script.Dispose();

    [Fact]
    public void A_posix_shell_can_read_it() => Assert.Equal("", Tools.Run("sh", "-n", Repository.PathOf("eng/image/arrfunctions")));

    [Fact]
    public async Task As_root_it_becomes_the_program_of_the_user_and_group_that_are_set()
    {
        RequireRoot();

        var run = await script.RunAsync([("PUID", "4711"), ("PGID", "4712"), ("UMASK", "027")], "audio", "fix", "/data/a film.mkv");

        Assert.Equal((EndOfProgram, ""), (run.ExitCode, run.Errors));
        Assert.Equal(
            string.Create(
                CultureInfo.InvariantCulture,
                $"pid {run.Pid} uid 4711 gid 4712 groups 4712 umask 0027\nNoNewPrivs:\t1\nargument audio\nargument fix\nargument /data/a film.mkv"),
            run.Output);
        Assert.Equal("4711:4712", script.OwnerOf("written"));
    }

    [Fact]
    public async Task As_root_it_gives_the_state_to_that_user_and_follows_no_link_out_of_it()
    {
        RequireRoot();
        var outside = Path.Combine(Path.GetDirectoryName(script.State)!, "outside");
        await File.WriteAllTextAsync(outside, "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(script.State, "state.db"), "", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(script.State, "link"), outside);

        var run = await script.RunAsync([("PUID", "4711"), ("PGID", "4712")]);

        Assert.Equal(EndOfProgram, run.ExitCode);
        Assert.Equal(["4711:4712", "4711:4712", "4711:4712"], ((string[])[".", "state.db", "link"]).Select(script.OwnerOf));
        Assert.Equal("0:0", script.OwnerOf("../outside"));
    }

    [Fact]
    public async Task Without_settings_it_is_user_1000_with_the_usual_mask()
    {
        RequireRoot();

        var run = await script.RunAsync([]);

        Assert.StartsWith($"pid {run.Pid} uid 1000 gid 1000 groups 1000 umask 0022\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_user_zero_it_stays_root_as_rootless_containers_need_it()
    {
        RequireRoot();

        var run = await script.RunAsync([("PUID", "0"), ("PGID", "0")]);

        Assert.Equal(EndOfProgram, run.ExitCode);
        Assert.StartsWith($"pid {run.Pid} uid 0 gid 0 ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Started_as_another_user_it_stays_that_user_whatever_is_set()
    {
        RequireRoot();
        Tools.Run("chown", "4713:4713", script.State);

        var run = await script.RunAsUserAsync(4713, ("PUID", "4711"), ("PGID", "4711"));

        Assert.Equal((EndOfProgram, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith($"pid {run.Pid} uid 4713 gid 4713 groups 4713 ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_cannot_be_written_to_is_one_sentence_and_no_start()
    {
        RequireRoot();

        var run = await script.RunAsUserAsync(4713);

        Assert.Equal((1, "", Sentence(4713)), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task A_read_only_state_is_the_same_sentence_also_where_root_cannot_give_it_away()
    {
        using var mount = Mount.InMemory("1m");
        mount.MakeReadOnly();

        var run = await script.RunAsync([("ARRFUNCTIONS_IMAGE_STATE", mount.Folder)]);

        Assert.Equal((1, "", Sentence(1000, mount.Folder)), (run.ExitCode, run.Output, run.Errors));
    }

    [Theory]
    [InlineData("PUID", "media", "PUID is 'media', which is no number.")]
    [InlineData("PGID", "-1", "PGID is '-1', which is no number.")]
    [InlineData("UMASK", "22", "UMASK is '22', which is no mask.")]
    [InlineData("UMASK", "888", "UMASK is '888', which is no mask.")]
    public async Task A_variable_that_means_nothing_is_one_sentence_and_no_start(string name, string value, string sentence)
    {
        RequireRoot();

        var run = await script.RunAsync([(name, value)]);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(sentence, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', run.Errors);
    }

    private static void RequireRoot() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can become another user.");

    private string Sentence(int user, string? folder = null) =>
        $"The folder {folder ?? script.State}, where the state is kept, cannot be written to by user {user}, group {user}. "
        + "Mount a folder there that belongs to them, or set PUID and PGID to its owner.";
}
