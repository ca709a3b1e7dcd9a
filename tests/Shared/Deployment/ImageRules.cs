using System.Text.RegularExpressions;
using System.Xml.Linq;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Tests.Shared.Deployment;

/// <summary>What holds for every image and every compose file.</summary>
internal static partial class ImageRules
{
    private const string Documentation = "docs/images.md";

    /// <summary>What the builds read at the root besides the sources.</summary>
    private static readonly string[] ReadByTheBuild = [".editorconfig", "Directory.Build.props", "Directory.Packages.props", "eng/BannedSymbols.txt", "src/"];

    /// <summary>What one stage takes from another.</summary>
    private static readonly string[] Built = ["--from=build /app ", "--from=dashboard /source/src/ArrFunctions.Dashboard/dist /dashboard"];

    public static string Version => XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("Version").Single().Value;

    /// <summary>A setting of the product, or a variable that docs/images.md explains.</summary>
    public static void AssertKnown(IEnumerable<string> variables)
    {
        var table = Repository.Read(Documentation).Split("## Variables of the images")[1];
        var explained = Row.Matches(table).SelectMany(row => row.Groups["name"].Captures).Select(name => name.Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(variables, name => Assert.True(
            explained.Contains(name) || SettingCatalogue.Find(SettingKey.FromVariable(name)) is not null,
            $"{name} is neither a setting nor a variable that {Documentation} explains."));
    }

    /// <summary>A version or a digest, and never the newest of the day.</summary>
    public static void AssertPinned(string image) => Assert.Matches(@"(:[0-9][\w.-]*|@sha256:[0-9a-f]{64})$", image);

    public static void AssertBuildable(Dockerfile file)
    {
        Assert.All(file.BaseImages, argument => AssertPinned(argument.Image));
        Assert.All(file.Stages, stage => Assert.Contains(stage.Base, file.Stages.Select(known => known.Name).Concat(file.BaseImages.Select(known => known.Name))));
        Assert.Equal(["lean", "full"], file.Stages.Select(stage => stage.Name).TakeLast(2));
        var copies = file.Instructions.Where(instruction => instruction.Keyword is "COPY").ToLookup(copy => copy.Arguments.StartsWith("--from=", StringComparison.Ordinal));
        Assert.All(copies[true], copy => Assert.Contains(Built, made => copy.Arguments.StartsWith(made, StringComparison.Ordinal)));
        var sources = copies[false].SelectMany(Sources).ToList();
        Assert.All(sources, source => Assert.True(BuildContext.Has(source.TrimEnd('/')), $"{source} is not in the build context."));
        Assert.Empty(ReadByTheBuild.Except(sources));
    }

    private static IEnumerable<string> Sources(DockerInstruction copy) =>
        copy.Arguments.Split(' ').Where(word => !word.StartsWith("--", StringComparison.Ordinal)).SkipLast(1);

    [GeneratedRegex(@"^\| `(?<name>\w+)`(, `(?<name>\w+)`)* \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row { get; }
}
