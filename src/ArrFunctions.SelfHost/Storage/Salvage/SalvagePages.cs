using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.SelfHost.Storage.Salvage;

/// <summary>The pages of a damaged database, read without SQLite, with those of its log on top.</summary>
internal sealed class SalvagePages : IDisposable
{
    /// <summary>What our files have, where the header does not tell.</summary>
    private const int UsualPageSize = 4096;

    private readonly SafeFileHandle? database;
    private readonly SafeFileHandle? logFile;
    private readonly SalvageLog log;

    private SalvagePages(SafeFileHandle? database, SafeFileHandle? logFile, SalvageLog log) => (this.database, this.logFile, this.log) = (database, logFile, log);

    public int PageSize { get; private init; }

    /// <summary>Without what the header sets apart at the end of each page.</summary>
    public int Usable { get; private init; }

    /// <summary>Pages of the database, the first being 1.</summary>
    public uint Count { get; private init; }

    /// <summary>Pages that hold nothing any more; null where the list of them is not whole.</summary>
    public IReadOnlySet<uint>? Free { get; private init; }

    /// <summary>Of the state in it, as its header tells; 0 where that cannot be read.</summary>
    public uint Version { get; private init; }

    /// <exception cref="IOException">A file cannot be read.</exception>
    public static SalvagePages Open(string databasePath, string logPath, SalvageLog log)
    {
        var database = OpenIfThere(databasePath);
        var logFile = log.Pages.Count > 0 ? OpenIfThere(logPath) : null;
        var bare = new SalvagePages(database, logFile, log) { PageSize = log.PageSize > 0 ? log.PageSize : UsualPageSize };
        var first = bare.Read(1);
        var isHeader = first is not null && first.AsSpan(0, 16).SequenceEqual("SQLite format 3\0"u8);
        var size = isHeader && log.PageSize == 0 ? SizeIn(first!) : bare.PageSize;
        var held = database is null ? 0 : (uint)((RandomAccess.GetLength(database) + size - 1) / size);
        var sized = new SalvagePages(database, logFile, log)
        {
            PageSize = size,
            Usable = size - (isHeader && first![20] <= 32 ? first[20] : 0),
            Count = log.DatabasePages > 0 ? log.DatabasePages : held,
        };
        return new(database, logFile, log) { PageSize = size, Usable = sized.Usable, Count = sized.Count, Free = isHeader ? FreePagesOf(sized) : null, Version = isHeader ? BinaryPrimitives.ReadUInt32BigEndian(first.AsSpan(60)) : 0 };
    }

    /// <summary>The content of a page; null where the files do not have it.</summary>
    public byte[]? Read(uint number)
    {
        if (number == 0)
        {
            return null;
        }

        var page = new byte[PageSize];
        try
        {
            return log.Pages.TryGetValue(number, out var place) ? Fill(logFile!, page, place)
                : database is null ? null
                : Fill(database, page, (number - 1L) * PageSize);
        }
        catch (IOException)
        {
            return null; // A sector that the disk cannot read is a page that is lost.
        }
    }

    public void Dispose()
    {
        database?.Dispose();
        logFile?.Dispose();
    }

    private static byte[]? Fill(SafeFileHandle file, byte[] page, long place) => RandomAccess.Read(file, page, place) == page.Length ? page : null;

    private static SafeFileHandle? OpenIfThere(string path) =>
        File.Exists(path) ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete) : null;

    private static int SizeIn(byte[] first)
    {
        var size = BinaryPrimitives.ReadUInt16BigEndian(first.AsSpan(16));
        return size == 1 ? 65536 : size >= 512 && ushort.IsPow2(size) ? size : UsualPageSize;
    }

    /// <summary>The list of free pages (section 1.5): trunk pages, each with the next one, and leaves.</summary>
    private static HashSet<uint>? FreePagesOf(SalvagePages pages)
    {
        var first = pages.Read(1)!;
        var (trunk, wanted) = (BinaryPrimitives.ReadUInt32BigEndian(first.AsSpan(32)), BinaryPrimitives.ReadUInt32BigEndian(first.AsSpan(36)));
        var free = new HashSet<uint>();
        while (trunk != 0)
        {
            if (trunk > pages.Count || !free.Add(trunk) || pages.Read(trunk) is not { } page)
            {
                return null;
            }

            var leaves = BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(4));
            if (leaves > (pages.Usable / 4) - 2)
            {
                return null;
            }

            for (var leaf = 0; leaf < leaves; leaf++)
            {
                free.Add(BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(8 + (leaf * 4))));
            }

            trunk = BinaryPrimitives.ReadUInt32BigEndian(page);
        }

        return free.Count == wanted ? free : null;
    }
}
