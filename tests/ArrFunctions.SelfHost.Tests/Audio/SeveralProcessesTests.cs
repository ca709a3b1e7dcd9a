using ArrFunctions.Audio;
using ArrFunctions.SelfHost.Tests.Storage;
using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Audio;

/// <summary>Several processes over one data folder, and one of another user.</summary>
public sealed class SeveralProcessesTests : IDisposable
{
    private const string Nobody = "65534";

    private readonly StateFolder state = new();
    private readonly DirectoryInfo media = Directory.CreateTempSubdirectory("media-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        state.Dispose();
        media.Delete(recursive: true);
    }

    [Theory]
    [InlineData(HardlinkPolicy.Defer)]
    [InlineData(HardlinkPolicy.Copy)]
    public async Task Exactly_one_of_several_changes_a_file_and_no_other_fails(HardlinkPolicy policy)
    {
        await state.Open().DisposeAsync();
        for (var round = 0; round < 5; round++)
        {
            var path = await AddFilmAsync($"film {round}.mkv");
            if (policy is HardlinkPolicy.Copy)
            {
                Tools.Run("ln", path, Path.Combine(media.FullName, $"seeding {round}.mkv"));
            }

            var children = Enumerable.Range(0, 4).Select(_ => ChildProcess.Start("fix", state.Path, path, $"{policy}", "false")).ToArray();
            foreach (var child in children)
            {
                Assert.Equal("ready", await child.ReadLineAsync(Cancellation));
            }

            var outcomes = await Task.WhenAll(children.Select(GoAsync));
            Array.ForEach(children, child => child.Dispose());

            Assert.Single(outcomes, outcome => outcome.StartsWith("Changed", StringComparison.Ordinal));
            Assert.All(outcomes, outcome => Assert.Matches("^(Changed|AlreadyCorrect|Waiting: (another process|it was deleted or replaced))", outcome));
        }
    }

    [Fact]
    public async Task A_file_that_only_others_may_write_to_is_refused()
    {
        var path = await AddFilmAsync("film.mkv");
        Assert.Contains("permission denied", await FixAsNobodyAsync(path, HardlinkPolicy.Defer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_whose_owner_cannot_be_kept_does_not_take_the_place()
    {
        var path = await AddFilmAsync("film.mkv");
        var seeding = Path.Combine(media.FullName, "seeding.mkv");
        Tools.Run("ln", path, seeding);
        Tools.Run("chmod", "666", path);
        Tools.Run("chmod", "777", media.FullName);
        var before = await File.ReadAllBytesAsync(path, Cancellation);

        Assert.Matches("^Failed: the owner of the file cannot be kept", await FixAsNobodyAsync(path, HardlinkPolicy.Copy));

        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
        Assert.Equal([path, seeding], Directory.GetFiles(media.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_only_others_may_write_to_takes_no_copy()
    {
        var path = await AddFilmAsync("film.mkv");
        Tools.Run("ln", path, Path.Combine(media.FullName, "seeding.mkv"));
        Tools.Run("chmod", "666", path);
        Tools.Run("chmod", "755", media.FullName);
        var before = await File.ReadAllBytesAsync(path, Cancellation);

        Assert.Matches("^Failed: permission denied", await FixAsNobodyAsync(path, HardlinkPolicy.Copy));

        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
    }

    [Fact]
    public async Task A_file_whose_time_may_not_be_put_back_is_not_changed()
    {
        var path = await AddFilmAsync("film.mkv");
        Tools.Run("chmod", "666", path);
        var before = await File.ReadAllBytesAsync(path, Cancellation);

        Assert.Matches(
            "^Failed: the change was taken back: its modification time cannot be set",
            await FixAsNobodyAsync(path, HardlinkPolicy.Defer, keepModifiedTime: true));

        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
    }

    private static async Task<string> GoAsync(ChildProcess child)
    {
        child.EndInput();
        var outcome = await child.ReadLineAsync(Cancellation);
        Assert.Equal(0, await child.FinishAsync(Cancellation));
        return outcome ?? "";
    }

    private async Task<string> FixAsNobodyAsync(string path, HardlinkPolicy policy, bool keepModifiedTime = false)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may start a process of another user.");
        Assert.SkipUnless(Tools.Has("setpriv"), "setpriv (package util-linux) is not installed, so no process of another user can be started.");
        media.UnixFileMode |= UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        var data = Directory.CreateTempSubdirectory("data-of-nobody-");
        try
        {
            Tools.Run("chown", Nobody, data.FullName);
            using var child = ChildProcess.StartAs(Nobody, "fix", data.FullName, path, $"{policy}", $"{keepModifiedTime}");
            Assert.SkipUnless(
                await child.ReadLineAsync(Cancellation) == "ready", "Another user cannot start the tests here: it may not read the folder that they were built in.");
            return await GoAsync(child);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private async Task<string> AddFilmAsync(string name)
    {
        var path = Path.Combine(media.FullName, name);
        await File.WriteAllBytesAsync(path, FixScenario.Named(FixScenario.Everywhere.First()).Original, Cancellation);
        return path;
    }
}
