using System.Text.Json;
using System.Text.RegularExpressions;

namespace ArrFunctions.Tests.Shared.Deployment;

/// <summary>A Dockerfile at the root of the repository, read as BuildKit reads it: comments, continued lines, stages.</summary>
internal sealed partial class Dockerfile
{
    private Dockerfile(string text)
    {
        var stage = "";
        foreach (var line in Continued.Replace(Comment.Replace(text, ""), " ").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ', 2);
            if (words[0] is "FROM")
            {
                var from = From.Match(words[1]);
                Assert.True(from.Success, $"This stage has no name: {line}");
                stage = from.Groups["name"].Value;
                Stages.Add(new(stage, from.Groups["base"].Value));
            }

            Instructions.Add(new(stage, words[0], words[1].Trim()));
        }
    }

    /// <summary>In the order of the file; the last is the default target.</summary>
    public List<DockerStage> Stages { get; } = [];

    public List<DockerInstruction> Instructions { get; } = [];

    /// <summary>The images that stages are built on, each an ARG before the first stage.</summary>
    public IEnumerable<(string Name, string Image)> BaseImages => Instructions
        .Where(instruction => instruction is { Keyword: "ARG", Stage: "" })
        .Select(argument => argument.Arguments.Split('=', 2))
        .Select(parts => (parts[0], parts[1]));

    public static Dockerfile Read(string path) => new(Repository.Read(path));

    /// <summary>The stage and those below it, from the lowest.</summary>
    public IReadOnlyList<string> Below(string stage) => Stages.Find(known => known.Name == stage) is { } found ? [.. Below(found.Base), stage] : [];

    /// <summary>The instructions of a stage and of those that it is built on.</summary>
    public IEnumerable<DockerInstruction> Of(string stage, string keyword) => Below(stage)
        .SelectMany(name => Instructions.Where(instruction => instruction.Stage == name && instruction.Keyword == keyword));

    /// <summary>The variables of the image that a stage becomes.</summary>
    public IReadOnlyDictionary<string, string> Environment(string stage) => Of(stage, "ENV")
        .SelectMany(instruction => Variable.Matches(instruction.Arguments))
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value.Trim('"'), StringComparer.Ordinal);

    /// <summary>The words of an instruction in exec form: no shell stands between the signal and the program.</summary>
    public static string[] ExecForm(string arguments) => JsonSerializer.Deserialize<string[]>(arguments[arguments.IndexOf('[', StringComparison.Ordinal)..])!;

    [GeneratedRegex(@"^[ \t]*#.*\n", RegexOptions.Multiline, 1000)]
    private static partial Regex Comment { get; }

    [GeneratedRegex(@"\\\n", RegexOptions.None, 1000)]
    private static partial Regex Continued { get; }

    [GeneratedRegex(@"^(--platform=\S+ )?(\$\{(?<base>\w+)\}|(?<base>\S+)) AS (?<name>[a-z]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex From { get; }

    [GeneratedRegex("""(?<name>\w+)=(?<value>"[^"]*"|\S+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable { get; }
}

/// <param name="Base">Another stage, or the argument that names an image.</param>
internal sealed record DockerStage(string Name, string Base);

/// <param name="Stage">Empty: before the first.</param>
internal sealed record DockerInstruction(string Stage, string Keyword, string Arguments);
