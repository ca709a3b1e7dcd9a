using System.Text.RegularExpressions;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.FunctionApp.Tests.Deployment;

/// <summary>A Bicep file, read as far as the tests need it: brackets, parameters, outputs, calls of modules. It does not replace the compiler.</summary>
internal sealed partial record BicepFile(string Path, string Text)
{
    public const string Folder = "infra-bicep";

    /// <summary>The main file first.</summary>
    public static IReadOnlyList<BicepFile> All { get; } = [Read("main.bicep"), .. Directory.EnumerateFiles(Repository.PathOf($"{Folder}/modules"))
        .Select(path => Read($"modules/{System.IO.Path.GetFileName(path)}"))];

    public IReadOnlyList<BicepDeclaration> Parameters => [.. Declarations("param")];

    public IReadOnlyList<BicepDeclaration> Outputs => [.. Declarations("output")];

    public IReadOnlyList<BicepModule> Modules => [.. Module.Matches(Text).Select(match => new BicepModule(
        match.Groups["symbol"].Value,
        match.Groups["path"].Value,
        [.. Argument.Matches(match.Groups["body"].Value.Split("\n  params: {")[1]).Select(argument => argument.Groups["name"].Value)]))];

    /// <summary>The names of a variable that is an object of settings.</summary>
    public IEnumerable<string> NamesIn(string variable) =>
        Regex.Match(Text, $@"^var {variable} = [^\n]*\{{\n(?<body>.*?)^\}}", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Groups["body"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0].Trim());

    /// <summary>The lines that set a property of a resource.</summary>
    public IEnumerable<string> ValuesOf(string property) =>
        Regex.Matches(Text, $@"^ +{property}: (?<value>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["value"].Value);

    /// <summary>What is open at the end, or closed without being open; empty: the brackets, strings and <c>${}</c> fit together.</summary>
    public string Unbalanced()
    {
        var open = new Stack<char>();
        for (var i = 0; i < Text.Length; i++)
        {
            var isString = open.TryPeek(out var top) && top is '\'';
            switch (Text[i])
            {
                case '\\' when isString: i++; break;
                case '\'' when isString: open.Pop(); break;
                case '$' when isString && Text[i + 1] is '{': open.Push(Text[++i]); break;
                case var _ when isString: break;
                case '/' when Text[i + 1] is '/': i = Text.IndexOf('\n', i); break;
                case '\'' or '{' or '[' or '(': open.Push(Text[i]); break;
                case '}' when open.TryPop(out top) && top is '{': break;
                case ']' when open.TryPop(out top) && top is '[': break;
                case ')' when open.TryPop(out top) && top is '(': break;
                case '}' or ']' or ')': return Text[..i];
            }
        }

        return string.Concat(open);
    }

    private static BicepFile Read(string path) => new(path, Repository.Read($"{Folder}/{path}"));

    private IEnumerable<BicepDeclaration> Declarations(string keyword) => Declaration.Matches(Text)
        .Where(match => match.Groups["keyword"].Value == keyword)
        .Select(match => new BicepDeclaration(
            match.Groups["name"].Value, match.Groups["type"].Value, match.Groups["decorators"].Value, match.Groups["value"].Success));

    [GeneratedRegex(@"^(?<decorators>(@.+\n)*)(?<keyword>param|output) (?<name>\w+) (?<type>\w+)( = (?<value>.+))?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration { get; }

    [GeneratedRegex(@"^module (?<symbol>\w+) '(?<path>[^']+)' = (if \([^\n]+\) )?\{\n(?<body>.*?)^\}$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Module { get; }

    [GeneratedRegex(@"^    (?<name>\w+):", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Argument { get; }
}

/// <param name="Decorators">The lines above it that begin with @.</param>
/// <param name="HasValue">A parameter that may be left out, or an output.</param>
internal sealed record BicepDeclaration(string Name, string Type, string Decorators, bool HasValue);

internal sealed record BicepModule(string Symbol, string Path, IReadOnlyList<string> Arguments);
