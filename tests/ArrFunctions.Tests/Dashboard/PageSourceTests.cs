using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Dashboard;

/// <summary>The TypeScript of the dashboard is judged by its own tools: types, lint, unit tests.</summary>
public sealed class PageSourceTests
{
    private const string Folder = "src/ArrFunctions.Dashboard";

    private static readonly string[] Parts = ["dependencies", "devDependencies"];

    [Fact]
    public void The_source_of_the_page_is_typed_linted_and_tested()
    {
        Assert.SkipUnless(Tools.Has("npm") && Directory.Exists(Repository.PathOf($"{Folder}/node_modules")), "npm is what the build of the dashboard needs as well.");

        Assert.Contains("passed", Tools.Run("npm", "--prefix", Repository.PathOf(Folder), "run", "check"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_page_is_made_of_is_named_by_exact_versions()
    {
        using var package = System.Text.Json.JsonDocument.Parse(Repository.Read($"{Folder}/package.json"));
        var versions = Parts.SelectMany(part => package.RootElement.GetProperty(part).EnumerateObject()).ToList();

        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Matches(@"^\d+\.\d+\.\d+$", version.Value.GetString()!));
        Assert.DoesNotContain("\"resolved\"", Repository.Read($"{Folder}/package-lock.json"), StringComparison.Ordinal);
    }
}
