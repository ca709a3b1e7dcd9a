using ArrFunctions.Ops.Access;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>Secrets at rest: what is stored is worth nothing without the key, under another name, or changed.</summary>
public sealed class SecretBoxTests : IDisposable
{
    private const string Name = "Servarr:Instances:0:ApiKey";
    private const string Secret = "0123456789abcdef";
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("secret-box-");

    private string KeyFile => Path.Combine(data.FullName, "secret-key");

    public void Dispose() => data.Delete(recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData(Secret)]
    [InlineData("päss wörd\n")]
    public void A_secret_comes_back_as_it_was(string text)
    {
        var stored = Box().Protect(Name, text);

        Assert.Equal(text, Box().Unprotect(Name, stored));
        Assert.True(SecretBox.IsProtected(stored));
        Assert.True(text.Length == 0 || !stored.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_secret_never_looks_the_same() => Assert.NotEqual(Box().Protect(Name, Secret), Box().Protect(Name, Secret));

    [Fact]
    public void Under_another_name_it_is_refused()
    {
        var stored = Box().Protect(Name, Secret);

        Assert.Contains("belongs to another setting", Refusal("Tmdb:ApiKey", stored), StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_at_any_place_it_is_refused()
    {
        var stored = Box().Protect(Name, Secret);

        // Of the last character the lowest bits may be padding; it is covered by the length.
        foreach (var at in Enumerable.Range(0, stored.Length - 1))
        {
            var changed = $"{stored[..at]}{(stored[at] == 'A' ? 'B' : 'A')}{stored[(at + 1)..]}";
            Assert.DoesNotContain(Secret, Refusal(Name, changed), StringComparison.Ordinal);
        }

        Assert.All(Enumerable.Range(0, stored.Length), length => Refusal(Name, stored[..length]));
    }

    [Fact]
    public void The_key_is_made_once_for_its_owner_alone_and_only_when_something_is_stored()
    {
        var stored = new SecretBox(new SecretKey(KeyOf(1), data.FullName)).Protect(Name, Secret);
        Refusal(Name, stored);
        Assert.False(File.Exists(KeyFile));

        Box().Protect(Name, Secret);

        var made = File.ReadAllText(KeyFile);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        Box().Protect(Name, Secret);
        Assert.Equal(made, File.ReadAllText(KeyFile));
    }

    [Fact]
    public async Task Of_many_that_make_the_key_at_once_all_have_the_same()
    {
        using var start = new ManualResetEventSlim();
        var stored = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.Wait(TestContext.Current.CancellationToken);
                return Box().Protect(Name, Secret);
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToList();
        start.Set();

        Assert.All(await Task.WhenAll(stored), text => Assert.Equal(Secret, Box().Unprotect(Name, text)));
    }

    [Fact]
    public void A_missing_key_is_told()
    {
        var stored = Box().Protect(Name, Secret);
        File.Delete(KeyFile);

        var told = Refusal(Name, stored);

        Assert.Contains(KeyFile, told, StringComparison.Ordinal);
        Assert.Contains("missing", told, StringComparison.Ordinal);
        Assert.False(File.Exists(KeyFile));
    }

    [Fact]
    public void Another_key_is_told()
    {
        var stored = Box().Protect(Name, Secret);
        File.WriteAllText(KeyFile, KeyOf(2));

        Assert.Contains("another key", Refusal(Name, stored), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_holds_no_key_is_told_and_never_replaced()
    {
        File.WriteAllText(KeyFile, "short");

        var refusal = Assert.Throws<SecretBoxException>(() => Box().Protect(Name, Secret));

        Assert.Contains("32 bytes", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("short", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("short", File.ReadAllText(KeyFile));
    }

    [Fact]
    public void The_setting_is_the_key_where_it_is_set()
    {
        var stored = new SecretBox(new SecretKey(KeyOf(3), data.FullName)).Protect(Name, Secret);

        Assert.Equal(Secret, new SecretBox(new SecretKey(KeyOf(3), "/elsewhere")).Unprotect(Name, stored));
        Assert.False(File.Exists(KeyFile));
    }

    private static string KeyOf(byte value) => Convert.ToBase64String([.. Enumerable.Repeat(value, 32)]);

    private SecretBox Box() => new(new SecretKey(null, data.FullName));

    private string Refusal(string name, string stored) => Assert.Throws<SecretBoxException>(() => Box().Unprotect(name, stored)).Message;
}
