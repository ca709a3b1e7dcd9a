using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Docs;

/// <summary>The commands in the documents are run as they stand; those that cannot be are declared, with the reason.</summary>
public sealed class CommandsTests
{
    public static TheoryData<string> Documents => [.. Document.All.Where(document => Document.Blocks(document, "sh").Any())];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_command_of_a_document_does_what_it_should(string document)
    {
        Assert.SkipUnless(Tools.Has("curl") && Tools.Has("openssl"), "The commands use curl and openssl.");
        var blocks = Document.Blocks(document, "sh").Select(block => (block.Line, Commands: ShellText.Commands(block.Text).ToList())).ToList();
        if (blocks.TrueForAll(block => block.Commands.TrueForAll(command => WhyNot(command) is not null)))
        {
            return; // No service is needed to know that.
        }

        await using var house = await DocumentHouse.BuildAsync();
        var wrong = new List<string>();
        foreach (var (line, commands) in blocks)
        {
            var run = commands.Where(command => WhyNot(command) is null).Select(command => CommandRules.Stand(command, house)).ToList();
            var undeclared = run.Select(command => Undeclared(command, house.Folder)).OfType<string>().ToList();
            wrong.AddRange(undeclared.Select(reason => $"{document}:{line}: {reason}"));
            if (undeclared.Count == 0)
            {
                wrong.AddRange(run.Zip(await house.RunAsync(run)).Where(end => !CommandRules.MayEndWith(end.First, end.Second.Code))
                    .Select(end => $"{document}:{line}: {end.First} ended with {end.Second.Code}: {end.Second.Output}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("A=b c --d 'e | f' | g && h; i", "c", "g", "h", "i")]
    [InlineData("key=$(cat file)", "cat")]
    [InlineData("s=$(printf '%s' \"$t\" | openssl dgst | sed 's/;.* //')", "printf", "openssl", "sed")]
    [InlineData("echo \"K=$(openssl rand -base64 64 | tr -d '\\n')\" >> .env", "echo", "openssl", "tr")]
    [InlineData("a b \\\n  c", "a")]
    [InlineData("a b   # c; d", "a")]
    [InlineData("cat > x <<'EOF'\nb | c\nEOF", "cat")]
    public void The_programs_of_a_command_are_known(string command, params string[] programs)
    {
        Assert.Equal([command], ShellText.Commands($"# before\n\n{command}\n"));
        Assert.Equal(programs, ShellText.Programs(command));
    }

    [Theory]
    [InlineData("frobnicate --all", "frobnicate")]
    [InlineData("cat /etc/passwd", "/etc/passwd")]
    [InlineData("echo x | frobnicate", "frobnicate")]
    public void What_is_neither_run_nor_declared_is_told(string command, string named)
    {
        Assert.Null(WhyNot(command));
        Assert.Contains(named, Undeclared(command, "/house"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_goes_wrong_is_seen()
    {
        await using var house = await DocumentHouse.BuildAsync();
        var ends = await house.RunAsync(["arrfunctions health --no-such-option", $"curl {house.Values["{address}"]}/api/jobs", "v=1", "test \"$v\" = 1", "echo 'open"]);
        Assert.Equal([2, 22, 0, 0, 2], ends.Select(end => end.Code));
        Assert.StartsWith("The shell gave up: ", ends[4].Output, StringComparison.Ordinal);
    }

    private static string? WhyNot(string command) => CommandRules.WhyNot(CommandRules.Program(command));

    private static string? Undeclared(string command, string folder) =>
        ShellText.Programs(command).FirstOrDefault(program => !CommandRules.Tools.Contains(program)) is { } program ? $"{command}: {program} is neither run nor declared in CommandRules"
        : CommandRules.Foreign(command, folder) is { } path ? $"{command}: {path} is nothing of the test's; give it a stand-in in CommandRules, or declare the command there"
        : null;
}
