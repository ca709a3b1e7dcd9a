using System.Net;
using System.Text.RegularExpressions;
using ArrFunctions.Ops.Access;
using ArrFunctions.Tests.Shared;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>What docs/security.md says is so.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly string Document = Repository.Read("docs/security.md");

    [Fact]
    public void The_table_of_roles_is_right()
    {
        var documented = RoleRow.Matches(Document).ToDictionary(
            row => Enum.Parse<Role>(row.Groups["role"].Value, ignoreCase: true),
            row => row.Groups["may"].Captures.Select(capture => capture.Value == "yes"));

        Assert.Equal(RoleRules.All, documented.Keys.Order());
        Assert.All(documented, row => Assert.Equal(RoleRules.All.Select(needed => row.Key.Includes(needed)), row.Value));
    }

    [Fact]
    public async Task The_commands_that_make_a_key_make_one()
    {
        await using var bench = await AccessBench.StartAsync();
        var sent = Arguments(Commands("key=").Replace("$(cat initial-key)", await bench.InitialKeyAsync(), StringComparison.Ordinal));

        var reply = await bench.PostAsync(new Uri(sent[^1]).AbsolutePath, After("--json", sent).Single(), Headers(sent));

        Assert.Equal((HttpStatusCode.Created, "radarr", "webhook"), (reply.Status, reply.Member("name"), reply.Member("role")));
    }

    [Fact]
    public async Task The_commands_that_sign_a_webhook_sign_it()
    {
        Assert.SkipUnless(Tools.Has("openssl"), "openssl is not installed.");
        await using var bench = await AccessBench.StartAsync(new WebhookOptions { Secret = "the value of Webhooks__Secret" });
        bench.Time.Now = TimeProvider.System.GetUtcNow();
        var sent = Arguments(Commands("secret="));

        var reply = await bench.PostAsync(new Uri(sent[^1]).AbsolutePath, After("--data-binary", sent).Single(), [.. Headers(sent).Where(header => header.Name[0] == 'X')]);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.StartsWith(Caller.Signature, reply.Body, StringComparison.Ordinal);
    }

    /// <summary>The block of shell that begins so.</summary>
    private static string Commands(string beginning) => Document.Split("```sh\n").Single(block => block.StartsWith(beginning, StringComparison.Ordinal)).Split("```")[0];

    /// <summary>What curl would get.</summary>
    private static string[] Arguments(string commands) => Tools.Run("sh", "-c", $$"""curl() { printf '%s\n' "$@"; }; {{commands}}""").TrimEnd().Split('\n');

    private static IEnumerable<string> After(string option, string[] arguments) =>
        arguments.Zip(arguments.Skip(1)).Where(pair => pair.First == option).Select(pair => pair.Second);

    private static (string Name, string Value)[] Headers(string[] arguments) =>
        [.. After("-H", arguments).Select(header => header.Split(": ")).Select(parts => (parts[0], parts[1]))];

    [GeneratedRegex(@"^\| `(?<role>\w+)` \|(?: (?<may>yes|no) \|){4}$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RoleRow { get; }
}
