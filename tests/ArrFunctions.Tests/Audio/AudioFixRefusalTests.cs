using System.Net.Sockets;
using ArrFunctions.Audio;

namespace ArrFunctions.Tests.Audio;

/// <summary>What is no media file is refused with a sentence, and neither woken, waited for nor changed.</summary>
public sealed class AudioFixRefusalTests : IDisposable
{
    private readonly Workbench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_folder_is_refused()
    {
        Directory.CreateDirectory(bench.Path("film.mkv"));
        await RefusesAsync(bench.Path("film.mkv"), "a folder");
    }

    [Fact]
    public async Task A_pipe_is_refused_and_not_waited_for()
    {
        Tools.Run("mkfifo", bench.Path("film.mkv"));
        await RefusesAsync(bench.Path("film.mkv"), "a pipe");
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    public async Task A_device_is_refused_by_its_path_and_by_a_symbolic_link(string device)
    {
        File.CreateSymbolicLink(bench.Path("film.mkv"), device);
        await RefusesAsync(device, "a device");
        await RefusesAsync(bench.Path("film.mkv"), "a device");
    }

    [Fact]
    public async Task A_socket_is_refused()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(bench.Path("film.mkv")));
        await RefusesAsync(bench.Path("film.mkv"), "a socket");
    }

    [Theory]
    [InlineData("missing.mkv", "there is no such file")]
    [InlineData("missing/film.mkv", "there is no such file")]
    [InlineData("film\0.mkv", "NUL")]
    public async Task A_path_that_names_nothing_is_refused(string name, string telling) => await RefusesAsync(bench.Path(name), telling);

    [Fact]
    public async Task An_empty_path_is_refused() => await RefusesAsync("", "there is no such file");

    [Fact]
    public async Task A_circle_of_symbolic_links_is_refused()
    {
        File.CreateSymbolicLink(bench.Path("film.mkv"), bench.Path("film.mkv"));
        await RefusesAsync(bench.Path("film.mkv"), "circle");
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused() => await RefusesAsync(bench.Path(new string('x', 300)), "too long");

    [Fact]
    public async Task An_empty_file_is_not_whole() =>
        Assert.Contains("the file is empty", Assert.IsType<AudioFixOutcome.Failed>(await FixBytesAsync([])).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[] { 1, 2, 3 }, "3 bytes are too few")]
    [InlineData(new byte[] { 0x53, 0x6F, 0x6D, 0x65, 0x20, 0x74, 0x65, 0x78, 0x74, 0x2E }, "neither Matroska")]
    public async Task Bytes_of_another_kind_are_skipped(byte[] bytes, string telling) =>
        Assert.Contains(telling, Assert.IsType<AudioFixOutcome.Skipped>(await FixBytesAsync(bytes)).Sentence, StringComparison.Ordinal);

    [Fact]
    public async Task Random_bytes_are_never_changed()
    {
        var random = new Random(TestSettings.Seed);
        for (var round = 0; round < 200; round++)
        {
            var bytes = new byte[random.Next(1, 20_000)];
            random.NextBytes(bytes);
            var outcome = await FixBytesAsync(bytes);
            Assert.True(outcome is AudioFixOutcome.Skipped or AudioFixOutcome.Failed, $"Seed {TestSettings.Seed}: {outcome}");
        }
    }

    private async Task RefusesAsync(string path, string telling)
    {
        var outcome = await Task.Run(() => bench.FixAsync(path), Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.Contains(telling, Assert.IsType<AudioFixOutcome.Failed>(outcome).Sentence, StringComparison.Ordinal);
    }

    private async Task<AudioFixOutcome> FixBytesAsync(byte[] bytes)
    {
        var path = bench.Path("film.mkv");
        await File.WriteAllBytesAsync(path, bytes, Cancellation);
        var outcome = await bench.FixAsync(path);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, Cancellation));
        Assert.Empty(await bench.PendingAsync());
        return outcome;
    }
}
