using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>The first key of an installation, through every cut between its file and its row.</summary>
public sealed class InitialKeyTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("initial-key-");
    private readonly MeddledTables tables = new(new MemoryTableStore());
    private readonly OutboxSignal signal = new();
    private readonly LogLines logs = new();
    private readonly LoggerFactory loggers;

    public InitialKeyTests() => loggers = new LoggerFactory([logs]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string KeyFile => Path.Combine(data.FullName, "initial-key");

    private KeyStore Keys => new(tables, signal, TimeProvider.System);

    public void Dispose()
    {
        loggers.Dispose();
        logs.Dispose();
        signal.Dispose();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task The_first_start_makes_an_admin_key_and_writes_it_for_its_owner_alone()
    {
        await StartAsync();

        await FileHoldsTheOnlyKeyAsync();
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(KeyFile));
        Assert.Contains(KeyFile, logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await File.ReadAllTextAsync(KeyFile, Cancellation)).TrimEnd(), logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_start_leaves_key_and_file_alone()
    {
        await StartAsync();
        await File.WriteAllTextAsync(KeyFile, "of the owner", Cancellation);
        await StartAsync();
        Assert.Equal("of the owner", await File.ReadAllTextAsync(KeyFile, Cancellation));

        File.Delete(KeyFile);
        await StartAsync();
        Assert.False(File.Exists(KeyFile));
        Assert.Single(await Keys.ListAsync(Cancellation));
    }

    [Fact]
    public async Task Any_key_is_enough_to_make_none()
    {
        await Keys.AddAsync(KeyText.New(), "sonarr", Role.Webhook, "test", Cancellation);

        await StartAsync();

        Assert.Single(await Keys.ListAsync(Cancellation));
        Assert.Empty(data.EnumerateFiles());
    }

    [Fact]
    public async Task The_file_is_complete_before_the_key_counts()
    {
        var atCommit = "";
        tables.BeforeCommit = async () => atCommit = await File.ReadAllTextAsync(KeyFile, Cancellation);

        await StartAsync();

        Assert.Equal(await File.ReadAllTextAsync(KeyFile, Cancellation), atCommit);
    }

    [Fact]
    public async Task Cut_off_between_file_and_row_the_next_start_replaces_the_file()
    {
        tables.BeforeCommit = () => throw new StoreException("cut off");
        await Assert.ThrowsAsync<StoreException>(StartAsync);
        var worthless = await File.ReadAllTextAsync(KeyFile, Cancellation);
        Assert.Empty(await Keys.ListAsync(Cancellation));

        await StartAsync();

        Assert.NotEqual(worthless, await File.ReadAllTextAsync(KeyFile, Cancellation));
        await FileHoldsTheOnlyKeyAsync();
    }

    [Fact]
    public async Task Cut_off_behind_the_row_the_file_is_right()
    {
        tables.AfterCommit = () => throw new StoreException("cut off");
        await Assert.ThrowsAsync<StoreException>(StartAsync);

        await StartAsync();

        await FileHoldsTheOnlyKeyAsync();
    }

    [Fact]
    public async Task Files_that_others_may_read_are_replaced_and_not_written_into()
    {
        await File.WriteAllTextAsync(KeyFile, "left", Cancellation);
        await File.WriteAllTextAsync($"{KeyFile}.new", "half writ", Cancellation);
        File.SetUnixFileMode(KeyFile, OwnerOnly | UnixFileMode.OtherRead);
        File.SetUnixFileMode($"{KeyFile}.new", OwnerOnly | UnixFileMode.OtherRead);
        await using var reader = File.OpenRead(KeyFile);

        await StartAsync();

        await FileHoldsTheOnlyKeyAsync();
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(KeyFile));
        Assert.False(File.Exists($"{KeyFile}.new"));
        using var text = new StreamReader(reader);
        Assert.Equal("left", await text.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task A_link_in_the_place_of_the_file_leads_nowhere()
    {
        var target = Path.Combine(data.FullName, "target");
        await File.WriteAllTextAsync(target, "", Cancellation);
        File.CreateSymbolicLink(KeyFile, target);
        File.CreateSymbolicLink($"{KeyFile}.new", target);

        await StartAsync();

        Assert.Equal("", await File.ReadAllTextAsync(target, Cancellation));
        await FileHoldsTheOnlyKeyAsync();
    }

    [Fact]
    public async Task A_second_start_waits_while_the_first_makes_the_key()
    {
        var second = Task.CompletedTask;
        tables.BeforeCommit = () =>
        {
            Assert.Null(KernelLock.TryAcquire($"{KeyFile}.lock", 0, KernelLockMode.Exclusive));
            second = Task.Run(StartAsync, Cancellation);
            return Task.CompletedTask;
        };

        await StartAsync();
        await second;

        await FileHoldsTheOnlyKeyAsync();
    }

    [Fact]
    public async Task Who_loses_against_another_machine_keeps_no_file_of_a_key_that_does_not_count()
    {
        tables.BeforeCommit = () => Keys.AddAsync(KeyText.New(), InitialKey.Name, Role.Admin, "start", Cancellation);

        await StartAsync();

        Assert.Single(await Keys.ListAsync(Cancellation));
        Assert.False(File.Exists(KeyFile));
        Assert.Equal("", logs.Text);
    }

    private Task StartAsync() => new InitialKey(Keys, data.FullName, loggers.CreateLogger<InitialKey>()).StartAsync(Cancellation);

    private async Task FileHoldsTheOnlyKeyAsync()
    {
        var text = await File.ReadAllTextAsync(KeyFile, Cancellation);
        Assert.Matches(@"^af_[A-Za-z0-9_-]{43}\n\z", text);
        var found = await Keys.FindAsync(KeyText.TryRead(text.TrimEnd())!, Cancellation);
        Assert.Equal((InitialKey.Name, Role.Admin), (found?.Name, found?.Role));
        Assert.Equal([found!], await Keys.ListAsync(Cancellation));
    }
}
