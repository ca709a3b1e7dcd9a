using System.IO.Compression;
using System.Text;
using ArrFunctions.Ops.State;

namespace ArrFunctions.Tests.Ops.State;

/// <summary>Files that are not what they should be: found before anything is written.</summary>
public sealed class StateFileTests : IAsyncLifetime
{
    private readonly StateBench bench = new();
    private byte[] whole = [];

    /// <summary>Behind the text: end mark, checksum and length of the compression. What they guard, the hashes guard too.</summary>
    private const int Trailer = 16;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var n in Enumerable.Range(0, 40))
        {
            await bench.PutAsync(n < 20 ? "Jobs" : "Keys", $"p{n % 4}", $"r{n}", $$"""{"n":{{n}}}""");
        }

        await bench.ExportAsync();
        whole = await File.ReadAllBytesAsync(bench.File, Cancellation);
    }

    public ValueTask DisposeAsync()
    {
        bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_whole_file_tells_what_it_holds()
    {
        var file = await bench.CheckAsync();

        Assert.Equal([("Jobs", 20L), ("Keys", 20L)], file.Tables.Select(table => (table.Table, table.Rows)));
        Assert.Equal((StateHeader.StateKind, 1, "test"), (file.Header.Kind, file.Header.Format, file.Header.From));
        Assert.True(ImportMark.IsId(file.Sha256));
    }

    [Fact]
    public async Task Cut_off_at_any_byte_it_is_refused()
    {
        for (var length = 0; length < whole.Length - Trailer; length++)
        {
            await RefusedAsync(whole[..length]);
        }
    }

    [Fact]
    public async Task Any_wrong_byte_of_its_text_is_found()
    {
        var text = Unpack(whole);
        for (var place = 0; place < text.Length; place++)
        {
            var wrong = (byte[])text.Clone();
            wrong[place] ^= 0b0000_0100;
            await RefusedAsync(Pack(wrong));
        }
    }

    [Fact]
    public async Task Wrong_bytes_of_the_compressed_file_are_found()
    {
        // Bytes 3 to 9 say when and by what it was compressed, and mean nothing here.
        for (var place = 10; place < whole.Length - Trailer; place++)
        {
            var wrong = (byte[])whole.Clone();
            wrong[place] ^= 0x10;
            await RefusedAsync(wrong);
        }
    }

    [Fact]
    public async Task A_newer_format_is_refused_with_the_version_that_wrote_it() => Assert.Equal(
        "A newer version of ArrFunctions wrote it (9.9.9, format 2; this one knows up to 1). Update this one first.",
        (await RefusedAsync(Pack("""{"kind":"arrfunctions-state","format":2,"version":"9.9.9","time":"2030-01-01T00:00:00Z","from":"x","new":1}""" + "\n"))).Message);

    [Theory]
    [InlineData("")]
    [InlineData("{}\n")]
    [InlineData("[]\n")]
    [InlineData("null\n")]
    [InlineData("no json\n")]
    [InlineData("{\"kind\":\"other\",\"format\":1}\n")]
    [InlineData("{\"kind\":\"arrfunctions-state\"}\n")]
    public async Task Other_kinds_of_files_are_refused(string text)
    {
        await RefusedAsync(Pack(text));
        await RefusedAsync(Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public async Task A_line_without_an_end_is_not_read_into_memory() =>
        Assert.Equal("A line is longer than any of a state file.", (await RefusedAsync(Pack(new byte[64 * 1024 * 1024]))).Message);

    [Fact]
    public async Task Rows_out_of_order_double_rows_and_tables_that_do_not_move_are_refused()
    {
        var lines = Encoding.UTF8.GetString(Unpack(whole)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[][] wrong =
        [
            [lines[0], lines[2], lines[1], .. lines[3..]],
            [lines[0], lines[1], lines[1], .. lines[2..]],
            [.. lines[..^1]],
            [.. lines, lines[^1]],
            [lines[0], lines[1].Replace("Jobs", "Maintenance", StringComparison.Ordinal)],
            [lines[0], lines[1].Replace("Jobs", "a/b", StringComparison.Ordinal)],
            [lines[0], lines[1].Replace("\"p0\"", "\"p#0\"", StringComparison.Ordinal)],
        ];
        foreach (var text in wrong)
        {
            await RefusedAsync(Pack(string.Join('\n', text) + "\n"));
        }
    }

    [Fact]
    public async Task A_disk_that_fills_up_ends_the_export_and_what_is_there_is_refused()
    {
        for (var room = 0; room < whole.Length - Trailer; room += 7)
        {
            using var disk = new SmallDisk(room);
            await Assert.ThrowsAsync<IOException>(() => StateExport.WriteAsync(
                bench.Tables.RowsAsync(Cancellation), StateHeader.New("test", bench.Clock), disk, static () => { }, Cancellation));
            await RefusedAsync(disk.Written);
        }
    }

    private static byte[] Pack(string text) => Pack(Encoding.UTF8.GetBytes(text));

    private static byte[] Pack(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var text = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        gzip.CopyTo(text);
        return text.ToArray();
    }

    private async Task<StateFileException> RefusedAsync(byte[] bytes)
    {
        await File.WriteAllBytesAsync(bench.File, bytes, Cancellation);
        return await Assert.ThrowsAsync<StateFileException>(bench.CheckAsync);
    }
}
