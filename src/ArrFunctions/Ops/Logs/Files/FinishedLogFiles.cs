using System.Globalization;

namespace ArrFunctions.Ops.Logs.Files;

/// <summary>The files that were written before the present one: <c>name.20261121-192641-123.log</c>, by the time of their end in UTC.</summary>
internal sealed class FinishedLogFiles(LogFileOptions options)
{
    private const string Stamp = "yyyyMMdd-HHmmss-fff";

    private readonly string folder = Path.GetDirectoryName(options.Path)!;
    private readonly string name = Path.GetFileNameWithoutExtension(options.Path);
    private readonly string extension = Path.GetExtension(options.Path);

    /// <summary>A name that is free.</summary>
    public string Next(DateTimeOffset now)
    {
        string path;
        do
        {
            path = Path.Combine(folder, $"{name}.{now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}{extension}");
            now += TimeSpan.FromMilliseconds(1);
        }
        while (Path.Exists(path));
        return path;
    }

    /// <summary>Removes those that are too many or too old, and nothing else.</summary>
    public void CleanUp(DateTimeOffset now)
    {
        var files = Directory.EnumerateFiles(folder, $"{name}.*{extension}")
            .Select(path => (Path: path, End: EndOf(path)))
            .Where(file => file.End is not null)
            .OrderByDescending(file => file.End);
        foreach (var (path, _) in files.Where((file, index) => index >= options.Count || now - file.End >= options.KeepFor))
        {
            File.Delete(path);
        }
    }

    private DateTimeOffset? EndOf(string path)
    {
        var file = Path.GetFileName(path);
        return file.Length == name.Length + 1 + Stamp.Length + extension.Length
            && DateTimeOffset.TryParseExact(
                file.AsSpan(name.Length + 1, Stamp.Length), Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end)
            ? end
            : null;
    }
}
