using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>A key that takes the place of another one.</summary>
public sealed class KeyReplacementTests : IDisposable
{
    private readonly OutboxSignal signal = new();
    private readonly KeyStore keys;

    public KeyReplacementTests() => keys = new KeyStore(new MemoryTableStore(), signal, new SetTime());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => signal.Dispose();

    [Fact]
    public async Task The_next_key_takes_the_name_and_the_one_before_is_gone()
    {
        var first = await ReplaceAsync(await NextAsync("webhook-tv"), "webhook-tv");
        var next = await NextAsync("webhook-tv");
        Assert.NotNull(await keys.FindAsync(first, Cancellation));

        await ReplaceAsync(next, "webhook-tv");

        Assert.Null(await keys.FindAsync(first, Cancellation));
        Assert.Equal(["webhook-tv"], await NamesAsync());
        Assert.Equal((next.Id, Role.Webhook), (await keys.ListAsync(Cancellation)).Select(key => (key.Id, key.Role)).Single());
        Assert.Null(await keys.AddAsync(KeyText.New(), "Webhook-TV", Role.Read, "test", Cancellation));
    }

    [Fact]
    public async Task What_a_run_that_was_cut_off_left_over_goes_too_and_nothing_else()
    {
        await NextAsync("webhook-tv");
        await NextAsync("webhook-tv-4k");
        await keys.AddAsync(KeyText.New(), "webhook-tv by hand", Role.Webhook, "test", Cancellation);

        await ReplaceAsync(await NextAsync("webhook-tv"), "webhook-tv");

        var names = await NamesAsync();
        Assert.Equal(3, names.Count);
        Assert.Contains("webhook-tv", names);
        Assert.Contains("webhook-tv by hand", names);
        Assert.Contains(names, name => name.StartsWith("webhook-tv-4k #", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_of_another_role_keeps_its_name()
    {
        var admin = KeyText.New();
        await keys.AddAsync(admin, "webhook-tv", Role.Admin, "test", Cancellation);
        var left = await NextAsync("webhook-tv");
        var next = await NextAsync("webhook-tv");

        await ReplaceAsync(next, "webhook-tv");

        Assert.NotNull(await keys.FindAsync(admin, Cancellation));
        Assert.Null(await keys.FindAsync(left, Cancellation));
        Assert.Equal([KeyStore.NextName("webhook-tv", next), "webhook-tv"], (await NamesAsync()).Order(StringComparer.OrdinalIgnoreCase).Reverse());
        await ReplaceAsync(next, "webhook-tv");
        Assert.Equal(2, (await NamesAsync()).Count);
    }

    [Fact]
    public async Task A_key_that_was_deleted_meanwhile_stays_deleted()
    {
        var next = await NextAsync("webhook-tv");
        await keys.DeleteAsync(next.Id, "test", Cancellation);

        await ReplaceAsync(next, "webhook-tv");

        Assert.Empty(await NamesAsync());
    }

    private async Task<KeyText> NextAsync(string name)
    {
        var text = KeyText.New();
        Assert.NotNull(await keys.AddAsync(text, KeyStore.NextName(name, text), Role.Webhook, "test", Cancellation));
        return text;
    }

    private async Task<KeyText> ReplaceAsync(KeyText text, string name)
    {
        await keys.ReplaceAsync(text.Id, name, "test", Cancellation);
        return text;
    }

    private async Task<IReadOnlyList<string>> NamesAsync() => [.. (await keys.ListAsync(Cancellation)).Select(key => key.Name)];
}
