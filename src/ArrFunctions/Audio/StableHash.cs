namespace ArrFunctions.Audio;

/// <summary>A hash that is the same in every process and version (FNV-1a, 64 bits).</summary>
internal static class StableHash
{
    public static ulong Of(params ReadOnlySpan<ulong> values)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var value in values)
        {
            for (var shift = 0; shift < 64; shift += 8)
            {
                hash = (hash ^ (byte)(value >> shift)) * 0x100000001B3;
            }
        }

        return hash;
    }
}
