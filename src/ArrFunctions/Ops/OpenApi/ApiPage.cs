using System.Security.Cryptography;
using System.Text;

namespace ArrFunctions.Ops.OpenApi;

/// <summary>The page that shows the document: one file with its script and style, which nothing else is loaded beside.</summary>
internal static class ApiPage
{
    private static readonly string Script = Read("page.js");
    private static readonly string Style = Read("page.css");

    public static string Content { get; } = Read("page.html")
        .Replace("/*style*/", Style, StringComparison.Ordinal).Replace("/*script*/", Script, StringComparison.Ordinal);

    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; script-src '{HashOf(Script)}'; style-src '{HashOf(Style)}'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Read(string name)
    {
        using Stream stream = typeof(ApiPage).Assembly.GetManifestResourceStream($"openapi.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded in the program.");
        using StreamReader reader = new(stream);

        // A browser reads line ends as \n before it takes the hash.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
