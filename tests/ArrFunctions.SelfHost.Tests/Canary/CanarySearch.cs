using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace ArrFunctions.SelfHost.Tests.Canary;

/// <summary>Searches bytes for all canaries at once, also what is packed with gzip.</summary>
internal sealed class CanarySearch
{
    private readonly List<(string Text, string Name)> forms;
    private readonly SearchValues<string> any;

    public CanarySearch(IEnumerable<PlantedSecret> canaries)
    {
        forms = [.. canaries.SelectMany(static canary => canary.Forms(), static (canary, form) => (form.Value, $"{canary.Name}, {form.Key}"))];
        any = SearchValues.Create([.. forms.Select(static form => form.Text)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>How many bytes were searched.</summary>
    public long Bytes { get; private set; }

    /// <summary>What was found, with where it stands.</summary>
    public IEnumerable<string> In(string source, byte[] bytes)
    {
        Bytes += bytes.Length;
        var text = Encoding.Latin1.GetString(bytes);
        for (var at = 0; text.AsSpan(at).IndexOfAny(any) is >= 0 and var next; at++)
        {
            at += next;
            var found = forms.First(form => text.AsSpan(at).StartsWith(form.Text, StringComparison.OrdinalIgnoreCase));
            yield return $"{source}: {found.Name}, in …{Around(text, at, found.Text.Length)}…";
        }

        if (bytes is [0x1F, 0x8B, ..])
        {
            using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            packed.CopyTo(whole);
            foreach (var found in In($"{source}, unpacked", whole.ToArray()))
            {
                yield return found;
            }
        }
    }

    /// <summary>Every file below a folder, as the raw bytes that it has.</summary>
    public IEnumerable<string> InFolder(string folder, params string[] except) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !except.Contains(Path.GetFileName(file), StringComparer.Ordinal))
        .SelectMany(file => In(file, File.ReadAllBytes(file)));

    private static string Around(string text, int at, int length) =>
        new([.. text[Math.Max(0, at - 80)..Math.Min(text.Length, at + length + 40)].Select(static one => char.IsControl(one) ? '·' : one)]);
}
