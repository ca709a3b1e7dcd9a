using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops.Access;

public sealed class KeyRotationTests : IDisposable
{
    private readonly MemoryTableStore tables = new();
    private readonly SetTime time = new();
    private readonly OutboxSignal signal = new();
    private readonly KeyStore keys;

    public KeyRotationTests() => keys = new KeyStore(tables, signal, time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => signal.Dispose();

    [Fact]
    public async Task Without_an_overlap_the_old_text_is_worth_nothing_at_once()
    {
        var (old, oldText) = await AddAsync(new KeyGrant("tv", Role.Webhook) { Instance = "sonarr" });
        var text = KeyText.New();

        var rotated = Assert.IsType<KeyRotation.Rotated>(await keys.RotateAsync(old.Id, text, TimeSpan.Zero, "test", Cancellation));

        Assert.Null(await keys.FindAsync(oldText, Cancellation));
        Assert.Equal(rotated.Key, await keys.FindAsync(text, Cancellation));
        Assert.Equal(("tv", Role.Webhook, "sonarr"), (rotated.Key.Name, rotated.Key.Role, rotated.Key.Instance));
        Assert.Single(await keys.ListAsync(Cancellation));
    }

    [Fact]
    public async Task Within_the_overlap_both_texts_work_and_then_the_new_one_alone()
    {
        var (old, oldText) = await AddAsync(new KeyGrant("tv", Role.Read));
        var text = KeyText.New();
        await keys.RotateAsync(old.Id, text, TimeSpan.FromHours(1), "test", Cancellation);

        time.Now += TimeSpan.FromMinutes(59);
        var left = (await keys.FindAsync(oldText, Cancellation))!;
        Assert.False(left.HasExpired(time.Now));
        Assert.Equal(($"tv #{old.Id[..8]}", text.Id), (left.Name, left.ReplacedBy));

        time.Now += TimeSpan.FromMinutes(1);
        Assert.True(left.HasExpired(time.Now));
        Assert.False((await keys.FindAsync(text, Cancellation))!.HasExpired(time.Now));
    }

    [Fact]
    public async Task An_overlap_never_makes_a_key_live_longer()
    {
        var end = time.Now + TimeSpan.FromMinutes(5);
        var (old, oldText) = await AddAsync(new KeyGrant("tv", Role.Read) { Expires = end });

        await keys.RotateAsync(old.Id, KeyText.New(), TimeSpan.FromDays(7), "test", Cancellation);

        Assert.Equal(end, (await keys.FindAsync(oldText, Cancellation))!.Expires);
    }

    [Fact]
    public async Task What_was_rotated_before_has_expired_or_is_not_there_is_not_rotated()
    {
        var (old, _) = await AddAsync(new KeyGrant("tv", Role.Read));
        var (ending, _) = await AddAsync(new KeyGrant("guest", Role.Read) { Expires = time.Now + TimeSpan.FromSeconds(1) });
        await keys.RotateAsync(old.Id, KeyText.New(), TimeSpan.FromDays(1), "test", Cancellation);
        time.Now += TimeSpan.FromSeconds(1);

        Assert.IsType<KeyRotation.Replaced>(await keys.RotateAsync(old.Id, KeyText.New(), TimeSpan.Zero, "test", Cancellation));
        Assert.IsType<KeyRotation.Expired>(await keys.RotateAsync(ending.Id, KeyText.New(), TimeSpan.Zero, "test", Cancellation));
        Assert.IsType<KeyRotation.NotFound>(await keys.RotateAsync("nothing", KeyText.New(), TimeSpan.Zero, "test", Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task Of_two_that_rotate_a_key_at_once_one_does(int overlapSeconds)
    {
        var (old, _) = await AddAsync(new KeyGrant("tv", Role.Read));
        var (first, second) = (KeyText.New(), KeyText.New());
        var overlap = TimeSpan.FromSeconds(overlapSeconds);
        var meddled = new MeddledTables(tables) { BeforeCommit = () => keys.RotateAsync(old.Id, first, overlap, "other", Cancellation) };

        var outcome = await new KeyStore(meddled, signal, time).RotateAsync(old.Id, second, overlap, "test", Cancellation);

        Assert.IsNotType<KeyRotation.Rotated>(outcome);
        Assert.NotNull(await keys.FindAsync(first, Cancellation));
        Assert.Null(await keys.FindAsync(second, Cancellation));
    }

    [Fact]
    public async Task The_next_rotation_clears_away_what_is_over()
    {
        var (key, _) = await AddAsync(new KeyGrant("tv", Role.Read));
        for (var round = 0; round < 3; round++)
        {
            key = ((KeyRotation.Rotated)await keys.RotateAsync(key.Id, KeyText.New(), TimeSpan.FromMinutes(1), "test", Cancellation)).Key;
            time.Now += TimeSpan.FromMinutes(2);
        }

        Assert.Equal(2, (await keys.ListAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task An_admin_key_that_will_end_does_not_count_as_the_last_one()
    {
        var (lasting, _) = await AddAsync(new KeyGrant("lasting", Role.Admin));
        var (ending, _) = await AddAsync(new KeyGrant("ending", Role.Admin) { Expires = time.Now + TimeSpan.FromDays(1) });

        Assert.Equal(KeyDeletion.LastAdmin, await keys.DeleteAsync(lasting.Id, "test", Cancellation));
        Assert.Equal(KeyDeletion.Deleted, await keys.DeleteAsync(ending.Id, "test", Cancellation));
    }

    [Fact]
    public async Task A_key_as_it_was_stored_before_still_works()
    {
        var text = KeyText.New();
        await tables.CommitAsync(
            KeyStore.Table,
            KeyStore.Partition,
            [new TableChange.Insert($"h~{text.Hash}", $$"""{"id":"{{text.Id}}","name":"old","role":"operate","created":"2026-01-02T03:04:05+00:00"}""")],
            Cancellation);

        var key = await keys.FindAsync(text, Cancellation);

        Assert.Equal(new AccessKey(text.Id, "old", Role.Operate, new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)), key);
    }

    private async Task<(AccessKey Key, KeyText Text)> AddAsync(KeyGrant grant)
    {
        var text = KeyText.New();
        return ((await keys.AddAsync(text, grant, "test", Cancellation))!, text);
    }
}
