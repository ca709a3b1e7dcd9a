namespace ArrFunctions.Audio.Containers.Matroska;

/// <summary>Plans how FlagDefault is set on one audio track and cleared on all others without moving anything behind Tracks.</summary>
internal sealed class DefaultFlagEdit
{
    /// <summary>FlagDefault, its size and one byte of value.</summary>
    private const int FlagLength = 3;

    private readonly EbmlElement tracks;
    private readonly long originalLength;
    private readonly long voidLength;
    private readonly bool isExplicit;
    private EbmlElement? keptFlag;
    private RoomRule room;

    private DefaultFlagEdit(EbmlElement tracks, long voidLength, bool isExplicit)
    {
        this.tracks = tracks;
        this.voidLength = voidLength;
        this.isExplicit = isExplicit;
        originalLength = tracks.TotalLength;
    }

    /// <summary>Bytes by which Tracks is longer than the place it came from; negative when it is shorter.</summary>
    private long Growth => tracks.TotalLength - originalLength;

    /// <param name="region">The bytes of Tracks and the beginning of the Void behind it.</param>
    /// <param name="layout">Where they lie.</param>
    /// <param name="position">The audio track to be the default one.</param>
    /// <param name="isExplicit">Its flag is written out, also where its absence says the same.</param>
    public static EditPlan Plan(byte[] region, MatroskaLayout layout, int position, bool isExplicit)
    {
        var tracks = EbmlElement.Parse(region.AsMemory(0, (int)layout.Tracks.TotalLength));
        var edit = new DefaultFlagEdit(tracks, layout.VoidBehindTracks?.TotalLength ?? 0, isExplicit);
        edit.SetFlags(position);
        edit.MakeRoomInsideTracks();
        if (!edit.TryFill(region, layout, out var after))
        {
            return new EditPlan.Refused("the track list would grow, and there is no room in it or behind it", CanBeRewritten: true);
        }

        var runs = ByteRun.Between(region, after, layout.Tracks.Offset);
        return new EditPlan.Edit(runs, edit.room);
    }

    private void SetFlags(int position)
    {
        var audioEntries = tracks.Children!.Where(MatroskaTracks.IsAudio).ToList();
        for (var i = 0; i < audioEntries.Count; i++)
        {
            SetFlag(audioEntries[i], isDefault: i == position);
        }
    }

    private void SetFlag(EbmlElement entry, bool isDefault)
    {
        var flag = entry.Child(MatroskaIds.FlagDefault);
        var isRight = MatroskaTracks.Unsigned(entry, MatroskaIds.FlagDefault, otherwise: 1) != 0 == isDefault;
        if (!isRight || (isExplicit && isDefault && flag is not { Data.IsEmpty: false }))
        {
            flag = WriteFlag(entry, flag, isDefault);
        }

        keptFlag = isExplicit && isDefault ? flag : keptFlag;
    }

    private EbmlElement WriteFlag(EbmlElement entry, EbmlElement? flag, bool isDefault)
    {
        if (flag is null)
        {
            return InsertFlag(entry, isDefault);
        }

        if (flag.Data.IsEmpty)
        {
            GiveValue(entry, flag, isDefault);
        }
        else
        {
            flag.Data = Number(isDefault, flag.Data.Length);
        }

        return flag;
    }

    /// <summary>First in the entry, but a CRC-32 must stay before it.</summary>
    private EbmlElement InsertFlag(EbmlElement entry, bool isDefault)
    {
        var index = entry.Children is [{ Id: MatroskaIds.Crc32 }, ..] ? 1 : 0;
        var flag = EbmlElement.Value(MatroskaIds.FlagDefault, Number(isDefault, 1));
        entry.Children!.Insert(index, flag);
        TakeFromSizeCoding(entry, FlagLength);
        return flag;
    }

    /// <summary>An empty flag means 1; written out it needs one byte, which its own size coding may have to spare.</summary>
    private void GiveValue(EbmlElement entry, EbmlElement flag, bool isDefault)
    {
        var hasSpare = flag.SpareSizeLength > 0;
        flag.Data = Number(isDefault, 1);
        TakeFromSizeCoding(hasSpare ? flag : entry, 1);
    }

    private void TakeFromSizeCoding(EbmlElement element, int bytes)
    {
        if (element.SizeLength - bytes < Vint.SizeLengthFor(element.ContentLength))
        {
            return;
        }

        element.SizeLength -= bytes;
        room |= RoomRule.SizeCoding;
    }

    private void MakeRoomInsideTracks()
    {
        if (Growth <= 0)
        {
            return;
        }

        var before = Growth;
        var entries = tracks.Children!.Where(child => child.Id == MatroskaIds.TrackEntry).ToList();
        foreach (var entry in entries)
        {
            RemoveRedundantFlags(entry);
        }

        foreach (var parent in entries.Prepend(tracks))
        {
            ShrinkVoids(parent);
        }

        foreach (var parent in entries.Prepend(tracks))
        {
            parent.SizeLength -= (int)Math.Min(parent.SpareSizeLength, Math.Max(0, Growth));
        }

        if (Growth < before)
        {
            room |= RoomRule.InsideTracks;
        }
    }

    private void RemoveRedundantFlags(EbmlElement entry)
    {
        var missing = Growth;
        for (var i = entry.Children!.Count - 1; i >= 0 && missing > 0; i--)
        {
            if (entry.Children[i] == keptFlag || !IsRedundantFlag(entry.Children[i]))
            {
                continue;
            }

            missing -= entry.Children[i].TotalLength;
            entry.Children.RemoveAt(i);
        }
    }

    /// <summary>A flag that says 1 where 1 is the default says nothing. Language is never removed, though "eng" is its default.</summary>
    private static bool IsRedundantFlag(EbmlElement element) =>
        element is { Id: MatroskaIds.FlagDefault or MatroskaIds.FlagEnabled or MatroskaIds.FlagLacing, Unsigned: 1 };

    private void ShrinkVoids(EbmlElement parent)
    {
        var missing = Growth;
        for (var i = parent.Children!.Count - 1; i >= 0 && missing > 0; i--)
        {
            if (parent.Children[i] is not { Id: MatroskaIds.Void } filler)
            {
                continue;
            }

            var left = filler.TotalLength - missing;
            missing -= filler.TotalLength;
            if (left >= 2)
            {
                parent.Children[i] = EbmlElement.Void(left);
            }
            else
            {
                parent.Children.RemoveAt(i);
            }
        }
    }

    /// <summary>Makes Tracks and the Void behind it fill the place they had, to the byte.</summary>
    private bool TryFill(byte[] region, MatroskaLayout layout, out byte[] after)
    {
        after = region;
        if (Growth < 0)
        {
            FillInsideTracks(-Growth);
        }
        else if (Growth == voidLength - 1)
        {
            Lengthen(tracks); // A Void of one byte cannot exist.
        }

        if (Growth < 0 || Growth > voidLength)
        {
            return false;
        }

        var bytes = tracks.ToBytes();
        var header = Growth == 0 ? [] : VoidHeader(voidLength - Growth, layout.VoidBehindTracks!.Value);
        var end = bytes.Length + header.Length;
        if (end > region.Length)
        {
            return false;
        }

        if (Growth > 0)
        {
            room |= RoomRule.VoidBehindTracks;
        }

        after = [.. bytes, .. header, .. region.AsSpan(end)];
        return true;
    }

    private void FillInsideTracks(long surplus)
    {
        if (surplus > 1)
        {
            tracks.Children!.Add(EbmlElement.Void(surplus));
        }
        else
        {
            Lengthen(tracks.Children!.Prepend(tracks).First(element => element.ActualSizeLength < Vint.MaxLength));
        }
    }

    private static void Lengthen(EbmlElement element) => element.SizeLength = element.ActualSizeLength + 1;

    /// <summary>Identifier and size of a Void of <paramref name="totalLength"/> bytes; nothing when none is left.</summary>
    private static byte[] VoidHeader(long totalLength, ElementHeader original)
    {
        if (totalLength == 0)
        {
            return [];
        }

        var sizeLength = original.HeaderLength - 1;
        while (sizeLength > 1 && totalLength - 1 - sizeLength < 0)
        {
            sizeLength--;
        }

        var size = totalLength - 1 - sizeLength;
        var header = new byte[1 + sizeLength];
        header[0] = (byte)MatroskaIds.Void;
        Vint.WriteSize(header.AsSpan(1), size, sizeLength);
        return header;
    }

    private static byte[] Number(bool value, int length)
    {
        var bytes = new byte[length];
        bytes[^1] = value ? (byte)1 : (byte)0;
        return bytes;
    }
}
