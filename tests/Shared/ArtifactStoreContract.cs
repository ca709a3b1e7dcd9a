using System.Security.Cryptography;
using System.Text;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Shared;

/// <summary>What every artifact store does; each implementation runs it on a store that is empty.</summary>
public abstract class ArtifactStoreContract
{
    protected const string Group = "00112233445566778899aabbccddeeff";
    private const string Other = "ffeeddccbbaa99887766554433221100";

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract IArtifactStore Store { get; }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task An_artifact_is_read_as_it_was_written()
    {
        await WriteAsync("scores.csv", "Über „Ω“ 🎬\r\n");

        Assert.Equal("Über „Ω“ 🎬\r\n", await ReadAsync("scores.csv"));
        Assert.Equal("Über „Ω“ 🎬\r\n", await ReadAsync("scores.csv"));
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_its_group_is_empty()
    {
        Assert.Null(await Store.OpenAsync(Group, "scores.csv", Cancellation));
        Assert.Empty(await Store.ListAsync(Group, Cancellation));

        await WriteAsync("scores.csv", "a");

        Assert.Null(await Store.OpenAsync(Group, "export.json", Cancellation));
        Assert.Null(await Store.OpenAsync(Other, "scores.csv", Cancellation));
        Assert.Empty(await Store.ListAsync(Other, Cancellation));
    }

    [Fact]
    public async Task One_artifact_is_removed_and_a_group_without_any_is_none()
    {
        Assert.Empty(await Store.GroupsAsync(Cancellation));
        await WriteAsync("scores.csv", "a");
        await WriteAsync("export.json", "b");
        await Store.WriteAsync(Other, "others.csv", (_, _) => Task.CompletedTask, Cancellation);

        await Store.RemoveAsync(Group, "scores.csv", Cancellation);
        await Store.RemoveAsync(Group, "scores.csv", Cancellation);
        Assert.Equal("export.json", Assert.Single(await Store.ListAsync(Group, Cancellation)).Name);
        Assert.Equal([Group, Other], (await Store.GroupsAsync(Cancellation)).Order(StringComparer.Ordinal));

        await Store.RemoveAsync(Group, "export.json", Cancellation);
        Assert.Equal([Other], await Store.GroupsAsync(Cancellation));
    }

    [Fact]
    public async Task An_artifact_may_be_empty()
    {
        await WriteAsync("scores.csv", "");

        Assert.Equal("", await ReadAsync("scores.csv"));
        Assert.Equal(0, Assert.Single(await Store.ListAsync(Group, Cancellation)).Size);
    }

    [Fact]
    public async Task Artifacts_are_listed_by_name_with_size_and_time()
    {
        foreach (var name in (string[])["scores.csv", "export.json", "scores-detailed.csv", "a1.b-2.c"])
        {
            await WriteAsync(name, name);
        }

        await Store.WriteAsync(Other, "others.csv", (_, _) => Task.CompletedTask, Cancellation);

        var artifacts = await Store.ListAsync(Group, Cancellation);

        Assert.Equal(["a1.b-2.c", "export.json", "scores-detailed.csv", "scores.csv"], artifacts.Select(artifact => artifact.Name));
        Assert.All(artifacts, artifact => Assert.Equal(artifact.Name.Length, artifact.Size));
        Assert.All(artifacts, artifact => Assert.InRange(artifact.Written, Now.AddDays(-1), Now.AddDays(1)));
    }

    [Fact]
    public async Task A_new_one_takes_the_place_of_an_old_one_as_a_whole()
    {
        await WriteAsync("scores.csv", "the old one, which is longer");
        await using (var reader = await Store.OpenAsync(Group, "scores.csv", Cancellation))
        {
            await Store.WriteAsync(
                Group,
                "scores.csv",
                async (stream, _) =>
                {
                    await stream.WriteAsync("the "u8.ToArray(), Cancellation);
                    await stream.FlushAsync(Cancellation);
                    Assert.Equal("the old one, which is longer", await ReadAsync("scores.csv"));
                    Assert.Equal(28, Assert.Single(await Store.ListAsync(Group, Cancellation)).Size);
                    await stream.WriteAsync("new one"u8.ToArray(), Cancellation);
                },
                Cancellation);

            Assert.Equal("the old one, which is longer", await TextAsync(reader!));
        }

        Assert.Equal("the new one", await ReadAsync("scores.csv"));
        Assert.Equal(11, Assert.Single(await Store.ListAsync(Group, Cancellation)).Size);
    }

    [Fact]
    public async Task A_writer_that_fails_leaves_nothing_and_its_failure_is_told()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => FailAsync("scores.csv"));

        Assert.Equal("no more", failure.Message);
        Assert.Null(await Store.OpenAsync(Group, "scores.csv", Cancellation));
        Assert.Empty(await Store.ListAsync(Group, Cancellation));
    }

    [Fact]
    public async Task A_writer_that_fails_leaves_the_former_one_and_the_next_one_is_not_hindered()
    {
        await WriteAsync("scores.csv", "old");
        await Assert.ThrowsAsync<InvalidOperationException>(() => FailAsync("scores.csv"));
        Assert.Equal("old", await ReadAsync("scores.csv"));

        await WriteAsync("scores.csv", "new");
        Assert.Equal("new", await ReadAsync("scores.csv"));
    }

    [Fact]
    public async Task A_writer_that_is_cancelled_leaves_nothing()
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.WriteAsync(
            Group,
            "scores.csv",
            async (stream, token) =>
            {
                await stream.WriteAsync("half"u8.ToArray(), token);
                await cancelled.CancelAsync();
                token.ThrowIfCancellationRequested();
            },
            cancelled.Token));

        Assert.Empty(await Store.ListAsync(Group, Cancellation));
    }

    [Fact]
    public async Task Artifacts_of_a_group_are_written_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => WriteAsync($"a{number}.csv", $"content {number}")));

        Assert.Equal(20, (await Store.ListAsync(Group, Cancellation)).Count);
        Assert.Equal("content 17", await ReadAsync("a17.csv"));
    }

    [Fact]
    public async Task Of_64_MB_every_byte_comes_back()
    {
        using var written = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await Store.WriteAsync(
            Group,
            "large.bin",
            async (stream, token) =>
            {
                var random = new Random(7);
                var block = new byte[100_000];
                for (var left = 64_000_000; left > 0; left -= block.Length)
                {
                    random.NextBytes(block);
                    written.AppendData(block);
                    await stream.WriteAsync(block, token);
                }
            },
            Cancellation);

        await using var stream = await Store.OpenAsync(Group, "large.bin", Cancellation);

        Assert.Equal(written.GetHashAndReset(), await SHA256.HashDataAsync(stream!, Cancellation));
        Assert.Equal(64_000_000, Assert.Single(await Store.ListAsync(Group, Cancellation)).Size);
    }

    [Fact]
    public async Task A_group_is_removed_with_all_that_is_in_it_and_a_second_time_too()
    {
        await WriteAsync("scores.csv", "a");
        await WriteAsync("export.json", "a");
        await Store.WriteAsync(Other, "scores.csv", (_, _) => Task.CompletedTask, Cancellation);

        await Store.RemoveAsync(Group, Cancellation);
        await Store.RemoveAsync(Group, Cancellation);

        Assert.Empty(await Store.ListAsync(Group, Cancellation));
        Assert.Null(await Store.OpenAsync(Group, "scores.csv", Cancellation));
        Assert.Single(await Store.ListAsync(Other, Cancellation));
    }

    [Theory]
    [InlineData("../00112233445566778899aabbccddee", "scores.csv")]
    [InlineData("00112233445566778899AABBCCDDEEFF", "scores.csv")]
    [InlineData("..", "scores.csv")]
    [InlineData("", "scores.csv")]
    [InlineData(Group, "")]
    [InlineData(Group, "..")]
    [InlineData(Group, ".lock")]
    [InlineData(Group, "a/b")]
    [InlineData(Group, "../a.csv")]
    [InlineData(Group, "/etc/passwd")]
    [InlineData(Group, "Scores.csv")]
    [InlineData(Group, "a..b")]
    [InlineData(Group, "scores.csv\0")]
    public async Task A_name_that_could_lead_elsewhere_is_refused(string group, string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync(group, name, (_, _) => Task.CompletedTask, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync(group, name, Cancellation));
        if (group != Group)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Store.ListAsync(group, Cancellation));
            await Assert.ThrowsAsync<ArgumentException>(() => Store.RemoveAsync(group, Cancellation));
        }
    }

    protected Task WriteAsync(string name, string text) =>
        Store.WriteAsync(Group, name, async (stream, token) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), token), Cancellation);

    protected async Task<string> ReadAsync(string name)
    {
        await using var stream = await Store.OpenAsync(Group, name, Cancellation);
        return await TextAsync(stream!);
    }

    private static async Task<string> TextAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private Task FailAsync(string name) => Store.WriteAsync(
        Group,
        name,
        async (stream, token) =>
        {
            await stream.WriteAsync("half of it"u8.ToArray(), token);
            await stream.FlushAsync(token);
            throw new InvalidOperationException("no more");
        },
        Cancellation);
}
