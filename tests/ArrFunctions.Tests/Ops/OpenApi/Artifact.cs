using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops.OpenApi;

/// <summary>What a test made, for a person to look at and to commit.</summary>
internal static class Artifact
{
    /// <returns>The path from the root of the repository.</returns>
    public static async Task<string> WriteAsync(string name, string content)
    {
        var path = $"artifacts/{name}";
        Directory.CreateDirectory(Repository.PathOf("artifacts"));
        await File.WriteAllTextAsync(Repository.PathOf(path), content, TestContext.Current.CancellationToken);
        return path;
    }
}
