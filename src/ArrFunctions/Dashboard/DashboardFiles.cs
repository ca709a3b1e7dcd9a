using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace ArrFunctions.Dashboard;

/// <summary>What the build made of the dashboard, as it is embedded in the program under <c>dashboard/</c>. Without it there is nothing here.</summary>
internal sealed class DashboardFiles(Assembly assembly)
{
    private const string Prefix = "dashboard/";

    private readonly FrozenDictionary<string, Lazy<DashboardFile>> files = assembly.GetManifestResourceNames()
        .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(static name => name[Prefix.Length..], name => new Lazy<DashboardFile>(() => Read(assembly, name)), StringComparer.Ordinal);

    /// <param name="path">As it was embedded: <c>index.html</c>, <c>assets/index-3f2c9a7b.js</c>.</param>
    public DashboardFile? Find(string path) => files.TryGetValue(path, out var file) ? file.Value : null;

    private static DashboardFile Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return Of(content, name);
    }

    public static DashboardFile Of(byte[] content, string name) => new(content, MediaTypeOf(name), $"W/\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");

    private static string MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".ico" => "image/x-icon",
        ".woff2" => "font/woff2",
        ".json" or ".map" => "application/json",
        ".webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    };
}
