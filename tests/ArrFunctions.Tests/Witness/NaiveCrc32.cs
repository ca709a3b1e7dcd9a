namespace ArrFunctions.Tests.Witness;

/// <summary>ISO 3309's CRC-32, bit by bit, as RFC 8794, 11.3.1 asks for it.</summary>
internal static class NaiveCrc32
{
    public static uint Of(byte[] data)
    {
        var crc = 0xFFFFFFFF;
        foreach (var octet in data)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var carry = ((crc ^ (uint)(octet >> bit)) & 1) is 1;
                crc = (crc >> 1) ^ (carry ? 0xEDB88320 : 0);
            }
        }

        return crc ^ 0xFFFFFFFF;
    }
}
