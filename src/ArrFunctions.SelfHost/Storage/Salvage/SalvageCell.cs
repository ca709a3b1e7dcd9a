using System.Buffers.Binary;
using System.Text;

namespace ArrFunctions.SelfHost.Storage.Salvage;

/// <summary>The records of a b-tree page (sqlite.org/fileformat2.html, sections 1.6 and 2.1). Whatever the bytes are, nothing is read outside of its page.</summary>
internal static class SalvageCell
{
    /// <summary>More than any row of ours has.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    private const int MostColumns = 16;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The columns of a record: null, long or string; anything else is no record of ours.</summary>
    /// <param name="pages">For what does not fit the page.</param>
    /// <param name="page">The page.</param>
    /// <param name="at">Where the cell begins, behind the number of a child page.</param>
    /// <param name="isTable">Whether it is a leaf of a table, whose cells have a row id: the first column then.</param>
    /// <returns>Null where it cannot be read.</returns>
    public static IReadOnlyList<object?>? Read(SalvagePages pages, byte[] page, int at, bool isTable)
    {
        if (!TryNumber(page, ref at, out var size) || size is < 2 or > MostBytes)
        {
            return null;
        }

        long rowId = 0;
        if ((isTable && !TryNumber(page, ref at, out rowId)) || Payload(pages, page, at, (int)size, isTable) is not { } payload)
        {
            return null;
        }

        var columns = Columns(payload);
        return columns is null || !isTable ? columns : [rowId, .. columns];
    }

    private static byte[]? Payload(SalvagePages pages, byte[] page, int at, int size, bool isTable)
    {
        var usable = pages.Usable;
        var most = isTable ? usable - 35 : ((usable - 12) * 64 / 255) - 23;
        var least = ((usable - 12) * 32 / 255) - 23;
        var split = least + ((size - least) % (usable - 4));
        var here = size <= most ? size : split <= most ? split : least;
        if (at + here + (here < size ? 4 : 0) > usable)
        {
            return null;
        }

        var payload = new byte[size];
        page.AsSpan(at, here).CopyTo(payload);
        var next = here < size ? BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(at + here)) : 0;
        for (var filled = here; filled < size;)
        {
            // A chain that comes back to itself ends with the record.
            if (next == 0 || next > pages.Count || pages.Read(next) is not { } more)
            {
                return null;
            }

            var part = Math.Min(size - filled, usable - 4);
            more.AsSpan(4, part).CopyTo(payload.AsSpan(filled));
            filled += part;
            next = BinaryPrimitives.ReadUInt32BigEndian(more);
        }

        return payload;
    }

    private static List<object?>? Columns(byte[] payload)
    {
        var at = 0;
        if (!TryNumber(payload, ref at, out var header) || header > payload.Length || header < at)
        {
            return null;
        }

        var columns = new List<object?>();
        var body = (int)header;
        while (at < header)
        {
            if (columns.Count == MostColumns || !TryNumber(payload, ref at, out var type) || !TryColumn(payload, ref body, type, out var value))
            {
                return null;
            }

            columns.Add(value);
        }

        return at == header && body == payload.Length ? columns : null;
    }

    private static bool TryColumn(byte[] payload, ref int body, long type, out object? value)
    {
        value = null;
        var length = type switch
        {
            0 or 8 or 9 => 0,
            >= 1 and <= 4 => (int)type,
            5 => 6,
            6 => 8,
            >= 13 when type % 2 == 1 && (type - 13) / 2 <= MostBytes => (int)((type - 13) / 2),
            _ => -1, // a fraction or bytes: no column of ours
        };
        if (length < 0 || body + length > payload.Length)
        {
            return false;
        }

        var bytes = payload.AsSpan(body, length);
        body += length;
        return type < 13 ? TryInteger(bytes, type, out value) : TryText(bytes, out value);
    }

    private static bool TryInteger(ReadOnlySpan<byte> bytes, long type, out object? value)
    {
        if (type is 0)
        {
            value = null;
            return true;
        }

        var number = type is 9 ? 1L : bytes.Length > 0 && bytes[0] >= 0x80 ? -1L : 0L;
        foreach (var part in bytes)
        {
            number = (number << 8) | part;
        }

        value = number;
        return true;
    }

    private static bool TryText(ReadOnlySpan<byte> bytes, out object? value)
    {
        try
        {
            value = Strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            value = null;
            return false;
        }
    }

    /// <summary>A number of one to nine bytes, seven bits each but for the ninth.</summary>
    private static bool TryNumber(ReadOnlySpan<byte> bytes, ref int at, out long number)
    {
        number = 0;
        for (var read = 0; read < 9; read++)
        {
            if (at >= bytes.Length)
            {
                return false;
            }

            var part = bytes[at++];
            if (read == 8)
            {
                number = (number << 8) | part;
                return true;
            }

            number = (number << 7) | (part & 0x7fL);
            if (part < 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
