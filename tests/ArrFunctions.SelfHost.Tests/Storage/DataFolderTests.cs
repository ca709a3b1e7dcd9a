using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class DataFolderTests
{
    [Theory]
    [InlineData(DriveType.Network, "nfs4", nameof(SqliteJournal.Delete))]
    [InlineData(DriveType.Unknown, "CIFS", nameof(SqliteJournal.Delete))]
    [InlineData(DriveType.Unknown, "fuse.shfs", nameof(SqliteJournal.Delete))]
    [InlineData(DriveType.Fixed, "fuseblk", nameof(SqliteJournal.Delete))]
    [InlineData(DriveType.Fixed, "ext4", nameof(SqliteJournal.Wal))]
    [InlineData(DriveType.Fixed, "btrfs", nameof(SqliteJournal.Wal))]
    [InlineData(DriveType.Unknown, "zfs", nameof(SqliteJournal.Wal))]
    [InlineData(DriveType.Ram, "overlay", nameof(SqliteJournal.Wal))]
    public void A_network_or_fuse_file_system_gets_a_rollback_journal(DriveType type, string format, string journal) =>
        Assert.Equal(journal, $"{DataFolder.JournalFor(type, format)}");
}
