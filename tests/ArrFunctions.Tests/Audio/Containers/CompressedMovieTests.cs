using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using ArrFunctions.Audio;
using ArrFunctions.Demo.Mp4;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Tests.Audio.Containers;

/// <summary>Compressed track lists made to cost memory or time, or to be read wrongly.</summary>
public sealed class CompressedMovieTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private static readonly byte[] Movie = MovieOf(new Mp4File { Tracks = [Mp4Track.Video(), Mp4Track.Audio("eng"), Mp4Track.Audio("jpn")], Brand = "qt  " });

    private readonly Workbench bench = new(new AudioOptions { Languages = [LanguageTag.Parse("jpn")] });

    public static TheoryData<string> Hostile => [.. HostileCases.Keys];

    private static Dictionary<string, (byte[] Parts, string Sentence)> HostileCases { get; } = new(StringComparer.Ordinal)
    {
        ["larger than the limit"] = (Parts((64 << 20) + 1, Deflate(Movie)), "larger than 64 MiB"),
        ["largest length there is"] = (Parts(-1, Deflate(Movie)), "larger than 64 MiB"),
        ["64 MiB from a few bytes"] = (Parts(64 << 20, Deflate(Movie)), "cannot be read"),
        ["64 MiB of zeros"] = (Parts(64 << 20, Deflate(new byte[64 << 20])), "does not end inside its parent"),
        ["longer than it is"] = (Parts(Movie.Length + 1, Deflate(Movie)), "cannot be read"),
        ["shorter than it is"] = (Parts(Movie.Length - 1, Deflate(Movie)), "does not end inside its parent"),
        ["no length"] = (Parts(0, Deflate(Movie)), "does not end inside its parent"),
        ["no data"] = (Parts(Movie.Length, []), "cannot be read"),
        ["no zlib"] = (Parts(Movie.Length, Movie), "cannot be read"),
        ["zlib cut short"] = (Parts(Movie.Length, Deflate(Movie)[..^20]), "cannot be read"),
        ["zlib with a wrong bit"] = (Parts(Movie.Length, Damaged(Deflate(Movie))), "cannot be read"),
        ["another algorithm"] = ([.. Box("dcom", "adec"u8), .. Box("cmvd", [.. Big(Movie.Length), .. Deflate(Movie)])], "compressed in a way"),
        ["algorithm of three bytes"] = ([.. Box("dcom", "zli"u8), .. Box("cmvd", [.. Big(Movie.Length), .. Deflate(Movie)])], "compressed in a way"),
        ["data of three bytes"] = ([.. Box("dcom", "zlib"u8), .. Box("cmvd", [0, 0, 0])], "compressed in a way"),
        ["nothing inside"] = ([], "compressed in a way"),
        ["two algorithms"] = ([.. Box("dcom", "zlib"u8), .. Parts(Movie.Length, Deflate(Movie))], "compressed in a way"),
        ["two movies"] = ([.. Parts(Movie.Length, Deflate(Movie)), .. Box("cmvd", [.. Big(Movie.Length), .. Deflate(Movie)])], "compressed in a way"),
        ["compressed twice"] = (Parts(Nested.Length, Deflate(Nested)), "no audio track"),
        ["no movie inside"] = (Parts(16, Deflate(Box("free", new byte[8]))), "no 'moov'"),
        ["more behind the movie"] = (Parts(Movie.Length + 16, Deflate([.. Movie, .. Box("free", new byte[8])])), "more than one box"),
    };

    private static byte[] Nested => Box("moov", Box("cmov", Parts(Movie.Length, Deflate(Movie))));

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_compressed_movie_is_refused_soon_and_costs_little(string shape)
    {
        var (parts, sentence) = HostileCases[shape];
        var path = Write(parts);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();

        var outcome = await bench.PlanAsync(path);

        Assert.True(Stopwatch.GetElapsedTime(started) < Soon, "It took too long.");
        Assert.True(outcome is AudioFixOutcome.Failed { Reason: FailReason.Damaged } or AudioFixOutcome.Skipped, outcome.Sentence);
        Assert.Contains(sentence, outcome.Sentence, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 200L << 20);
    }

    [Fact]
    public async Task A_length_that_so_little_data_cannot_make_is_no_reason_to_take_memory()
    {
        var path = Write(Parts(64 << 20, Deflate(Movie)));
        await bench.PlanAsync(path);
        var before = GC.GetAllocatedBytesForCurrentThread();

        await bench.PlanAsync(path);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8L << 20);
    }

    [Fact]
    public async Task A_compressed_movie_is_read_and_its_file_would_be_written_anew()
    {
        var planned = Assert.IsType<AudioFixOutcome.Planned>(await bench.PlanAsync(Write(Parts(Movie.Length, Deflate(Movie)))));

        Assert.Contains("'cmov'", planned.Obstacle, StringComparison.Ordinal);
        Assert.Equal("jpn", planned.Selection!.Chosen!.Language.Language);
    }

    private string Write(byte[] parts)
    {
        var path = bench.Path("film.mov");
        File.WriteAllBytes(path, [.. Box("ftyp", [.. "qt  "u8, .. Big(0)]), .. Box("mdat", new byte[64]), .. Box("moov", Box("cmov", parts))]);
        return path;
    }

    private static byte[] MovieOf(Mp4File file)
    {
        var bytes = Mp4Writer.ToArray(file);
        var start = bytes.AsSpan().IndexOf("moov"u8) - 4;
        return bytes.AsSpan(start, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(start))).ToArray();
    }

    private static byte[] Parts(int length, byte[] deflated) => [.. Box("dcom", "zlib"u8), .. Box("cmvd", [.. Big(length), .. deflated])];

    private static byte[] Deflate(byte[] bytes)
    {
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Optimal))
        {
            zlib.Write(bytes);
        }

        return deflated.ToArray();
    }

    private static byte[] Damaged(byte[] bytes)
    {
        bytes[0] ^= 0x40;
        return bytes;
    }

    private static byte[] Box(string type, ReadOnlySpan<byte> content) => [.. Big(content.Length + 8), .. Encoding.ASCII.GetBytes(type), .. content];

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
