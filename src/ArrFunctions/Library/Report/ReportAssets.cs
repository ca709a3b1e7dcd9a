using System.Security.Cryptography;
using System.Text;

namespace ArrFunctions.Library.Report;

/// <summary>Script and style of the page, and the policy that allows these two and nothing else.</summary>
internal static class ReportAssets
{
    public static string Script { get; } = Read("script.js");

    public static string Style { get; } = Read("style.css");

    /// <summary>For the page itself, and for a response that carries it.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; script-src '{HashOf(Script)}'; style-src '{HashOf(Style)}'; base-uri 'none'; form-action 'none'";

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Read(string name)
    {
        using Stream stream = typeof(ReportAssets).Assembly.GetManifestResourceStream($"ArrFunctions.Library.Report.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded in the program.");
        using StreamReader reader = new(stream);

        // A browser reads line ends as \n before it takes the hash.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
