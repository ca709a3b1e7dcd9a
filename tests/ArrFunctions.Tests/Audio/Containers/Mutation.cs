namespace ArrFunctions.Tests.Audio.Containers;

/// <summary>Damages a file the way broken downloads, broken tools and attackers do.</summary>
internal static class Mutation
{
    private static readonly byte[] Nasty = [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF, 0x40, 0x08, 0x88, 0xEC, 0xBF];

    /// <summary>One to eight damages; most of them fall into the first 4 KiB and the last, where the headers are.</summary>
    public static byte[] Of(byte[] original, Random random)
    {
        var bytes = (byte[])original.Clone();
        for (var count = random.Next(1, 9); count > 0 && bytes.Length > 0; count--)
        {
            bytes = Damage(bytes, random);
        }

        return bytes;
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        var at = Position(bytes.Length, random);
        var length = Math.Min(random.Next(1, 17), bytes.Length - at);
        switch (random.Next(40))
        {
            case < 8:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case < 16:
                bytes[at] = Nasty[random.Next(Nasty.Length)];
                return bytes;
            case < 20:
                random.NextBytes(bytes.AsSpan(at, length));
                return bytes;
            case < 24:
                bytes.AsSpan(at, length).Fill(Nasty[random.Next(Nasty.Length)]);
                return bytes;
            case 24:
                return bytes[..at];
            case 25:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 26:
                return [.. bytes[..at], .. new byte[length], .. bytes[at..]];
            case < 32:
                bytes.AsSpan(at, length).CopyTo(bytes.AsSpan(Math.Min(Position(bytes.Length, random), bytes.Length - length)));
                return bytes;
            default:
                bytes[at] += (byte)random.Next(-4, 5);
                return bytes;
        }
    }

    private static int Position(int length, Random random) => random.Next(4) switch
    {
        0 => random.Next(length),
        1 => Math.Max(0, length - 1 - random.Next(Math.Min(4096, length))),
        _ => random.Next(Math.Min(4096, length)),
    };
}
