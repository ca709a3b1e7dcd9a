using ArrFunctions.Ops.Backup;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.SelfHost.Storage.Salvage;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>A folder of backups that other people use too.</summary>
public sealed class FolderBackupsTests : IDisposable
{
    private readonly StateFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FolderBackups Place => new(new(), folder.Options);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task One_file_that_cannot_be_opened_is_listed_with_its_trouble_beside_the_others()
    {
        Directory.CreateDirectory(folder.Options.BackupFolder);
        File.CreateSymbolicLink(Path.Combine(folder.Options.BackupFolder, "arrfunctions-20260131T023000Z.zip"), "gone");

        var backup = Assert.Single(await BackupShelf.ListAsync(Place, Cancellation));

        Assert.NotNull(backup.Trouble);
    }

    [Fact]
    public async Task What_one_that_was_killed_left_is_removed_and_nothing_else()
    {
        Directory.CreateDirectory(folder.Options.BackupFolder);
        var (left, foreign) = (Path.Combine(folder.Options.BackupFolder, $"{BackupScratch.Prefix}0"), Path.Combine(folder.Options.BackupFolder, ".new-recipes.txt"));
        await File.WriteAllTextAsync(left, "half", Cancellation);
        await File.WriteAllTextAsync(foreign, "of somebody else", Cancellation);

        await using (await Place.TryBeginAsync(Cancellation))
        {
        }

        Assert.False(File.Exists(left));
        Assert.True(File.Exists(foreign));
    }

    [Fact]
    public void The_newest_is_found_in_the_data_folder_too_where_another_one_is_set()
    {
        Directory.CreateDirectory(folder.Options.BackupFolder);
        File.WriteAllText(Path.Combine(folder.Options.BackupFolder, "arrfunctions-20260131T023000Z.zip"), "from before a migration");

        Assert.Equal("arrfunctions-20260131T023000Z.zip", NewestBackup.Find(folder.Path, Path.Combine(folder.Path, "elsewhere"))?.Name);
    }

    /// <summary>SQLite keeps its log beside the file that the link leads to, where nobody would look for it after a kill.</summary>
    [Fact]
    public void A_state_that_is_a_link_is_refused()
    {
        Directory.CreateDirectory(folder.Path);
        File.CreateSymbolicLink(folder.Options.DatabasePath, Path.Combine(folder.Path, "elsewhere.db"));

        Assert.Contains("is a link", Assert.Throws<StoreException>(folder.Open).Message, StringComparison.Ordinal);
    }
}
