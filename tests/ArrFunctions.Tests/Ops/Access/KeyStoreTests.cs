using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops.Access;

public sealed class KeyStoreTests : IDisposable
{
    private readonly MemoryTableStore tables = new();
    private readonly SetTime time = new();
    private readonly OutboxSignal signal = new();
    private readonly KeyStore keys;

    public KeyStoreTests() => keys = new KeyStore(tables, signal, time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => signal.Dispose();

    [Fact]
    public void A_key_is_256_random_bits_in_base64url()
    {
        var texts = Enumerable.Range(0, 1000).Select(_ => KeyText.New().Text).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(1000, texts.Count);
        Assert.All(texts, text => Assert.Matches("^af_[A-Za-z0-9_-]{43}$", text));
    }

    [Fact]
    public async Task A_key_is_found_by_its_text_until_it_is_deleted()
    {
        var text = KeyText.New();
        var added = await Add("sonarr", Role.Webhook, text);

        Assert.Equal(added, await keys.FindAsync(KeyText.TryRead(text.Text)!, Cancellation));
        Assert.Null(await keys.FindAsync(KeyText.New(), Cancellation));

        Assert.Equal(KeyDeletion.Deleted, await keys.DeleteAsync(added!.Id, "test", Cancellation));
        Assert.Null(await keys.FindAsync(text, Cancellation));
        Assert.Equal(KeyDeletion.NotFound, await keys.DeleteAsync(added.Id, "test", Cancellation));
    }

    [Fact]
    public async Task Keys_are_listed_the_oldest_first()
    {
        foreach (var name in new[] { "first", "second", "third" })
        {
            await Add(name, Role.Read);
            time.Now += TimeSpan.FromSeconds(1);
        }

        Assert.Equal(["first", "second", "third"], (await keys.ListAsync(Cancellation)).Select(key => key.Name), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_name_is_taken_until_its_key_is_deleted()
    {
        var first = await Add("Zoë", Role.Read);

        Assert.Null(await Add("Zoë", Role.Admin));
        Assert.Null(await Add("ZOE\u0308", Role.Read));
        Assert.Equal([first!], await keys.ListAsync(Cancellation));

        await keys.DeleteAsync(first!.Id, "test", Cancellation);
        Assert.NotNull(await Add("Zoë", Role.Read));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" sonarr")]
    [InlineData("sonarr ")]
    [InlineData("so\nnarr")]
    [InlineData("so\u0000narr")]
    [InlineData("so\u202enarr")]
    [InlineData("so\u00a0narr")]
    [InlineData("so\ufffdnarr")]
    public async Task A_name_that_is_not_printable_is_refused(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Add(name, Role.Read));

    [Fact]
    public async Task A_name_has_up_to_64_characters_and_no_broken_ones()
    {
        Assert.NotNull(await Add(new string('n', 64), Role.Read));
        Assert.NotNull(await Add("Küche №1 🎬 / # ?", Role.Read));
        await Assert.ThrowsAsync<ArgumentException>(() => Add(new string('n', 65), Role.Read));
        await Assert.ThrowsAsync<ArgumentException>(() => Add("so\ud83cnarr", Role.Read));
    }

    [Fact]
    public async Task The_last_admin_key_stays()
    {
        var first = await Add("first", Role.Admin);
        var second = await Add("second", Role.Admin);
        await Add("reader", Role.Read);

        Assert.Equal(KeyDeletion.Deleted, await keys.DeleteAsync(first!.Id, "test", Cancellation));
        Assert.Equal(KeyDeletion.LastAdmin, await keys.DeleteAsync(second!.Id, "test", Cancellation));
        Assert.Contains(second, await keys.ListAsync(Cancellation));
    }

    [Fact]
    public async Task Of_admin_keys_that_are_deleted_at_once_one_stays()
    {
        var admins = new List<AccessKey>();
        for (var number = 0; number < 8; number++)
        {
            admins.Add((await Add($"admin {number}", Role.Admin))!);
        }

        using var start = new Barrier(admins.Count);
        var done = await Task.WhenAll(admins.Select(admin => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(Cancellation);
                return keys.DeleteAsync(admin.Id, "test", Cancellation);
            },
            Cancellation,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));

        Assert.Equal(1, done.Count(deletion => deletion is KeyDeletion.LastAdmin));
        Assert.Single(await keys.ListAsync(Cancellation));
    }

    [Fact]
    public async Task A_deletion_that_read_before_another_one_looks_again()
    {
        var meddled = new MeddledTables(tables);
        var first = (await Add("first", Role.Admin))!;
        var second = (await Add("second", Role.Admin))!;
        meddled.BeforeCommit = () => keys.DeleteAsync(second.Id, "other", Cancellation);

        Assert.Equal(KeyDeletion.LastAdmin, await new KeyStore(meddled, signal, time).DeleteAsync(first.Id, "test", Cancellation));
        Assert.Equal([first], await keys.ListAsync(Cancellation));
    }

    [Fact]
    public async Task Making_and_deleting_a_key_are_told()
    {
        var key = await Add("sonarr", Role.Webhook);
        time.Now += TimeSpan.FromSeconds(1);
        await keys.DeleteAsync(key!.Id, "key:initial", Cancellation);

        var told = await tables.ReadAllAsync("Keys", "keys", RowKeyRange.Prefix(Outbox.Prefix), Cancellation)
            .Select(Outbox.Read).ToListAsync(Cancellation);
        Assert.Equal(
            [("key.created", "key:sonarr", "test", null, "webhook"), ("key.deleted", "key:sonarr", "key:initial", "webhook", null)],
            told.Select(record => (record.Name, record.Subject, record.Actor, record.Before, record.After)));
    }

    private Task<AccessKey?> Add(string name, Role role, KeyText? text = null) => keys.AddAsync(text ?? KeyText.New(), name, role, "test", Cancellation);
}
