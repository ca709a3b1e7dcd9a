using ArrFunctions.Audio.Containers;
using ArrFunctions.Platform;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.Audio.Undo;

/// <summary>A set of runs against an open file: which of them stand in it, and writing them.</summary>
internal sealed class FilePatch(SafeFileHandle file, IReadOnlyList<ByteRun> runs)
{
    /// <summary>The unit that a disk writes whole or not at all.</summary>
    private const int Sector = 512;

    /// <summary>Compares every run, sector by sector, with what the file holds now.</summary>
    public PatchState Compare()
    {
        var (isBefore, isAfter) = (true, true);
        foreach (var run in runs)
        {
            var now = Read(run);
            if (now.Length < run.Before.Length)
            {
                return PatchState.Foreign;
            }

            for (var start = 0; start < now.Length;)
            {
                var end = (int)Math.Min(now.Length, ((((run.Offset + start) / Sector) + 1) * Sector) - run.Offset);
                var sector = now.AsSpan(start, end - start);
                var sectorIsBefore = sector.SequenceEqual(run.Before.AsSpan(start, end - start));
                var sectorIsAfter = sector.SequenceEqual(run.After.AsSpan(start, end - start));
                if (!sectorIsBefore && !sectorIsAfter)
                {
                    return PatchState.Foreign;
                }

                isBefore &= sectorIsBefore;
                isAfter &= sectorIsAfter;
                start = end;
            }
        }

        return isAfter ? PatchState.After : isBefore ? PatchState.Before : PatchState.Mixed;
    }

    /// <summary>Writes every run in its order, one write each, makes them durable, and reads them back.</summary>
    /// <exception cref="IOException">They could not be written, or did not come back as written.</exception>
    public void Write()
    {
        foreach (var run in runs)
        {
            LinuxFile.Write(file, run.After, run.Offset);
            FaultPoint.Here("written");
        }

        Flush();
        if (Compare() != PatchState.After)
        {
            throw new IOException("the file does not hold what was written to it");
        }

        FaultPoint.Here("read back");
    }

    /// <summary>Makes what was written durable.</summary>
    public void Flush()
    {
        RandomAccess.FlushToDisk(file);
        FaultPoint.Here("synchronised");
    }

    private byte[] Read(ByteRun run)
    {
        var bytes = new byte[run.Before.Length];
        var length = 0;
        while (length < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(length), run.Offset + length) is var read and > 0)
        {
            length += read;
        }

        return bytes[..length];
    }
}

/// <summary>What a file holds of a patch.</summary>
internal enum PatchState
{
    /// <summary>All bytes are as before.</summary>
    Before,

    /// <summary>All bytes are as after.</summary>
    After,

    /// <summary>Some sectors are as before, some as after: the writing was cut off.</summary>
    Mixed,

    /// <summary>Some sector is neither; something else changed the file.</summary>
    Foreign,
}
