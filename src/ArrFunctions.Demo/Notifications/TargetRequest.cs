using System.Text;

namespace ArrFunctions.Demo.Notifications;

/// <summary>A request that reached a fake target.</summary>
/// <param name="Target">Path and query as they came, escaped.</param>
/// <param name="Headers">The last value of each.</param>
/// <param name="Body">Empty where there was none.</param>
/// <param name="Parts">Of a form, in order; empty where it is none.</param>
public sealed record TargetRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body, IReadOnlyList<TargetPart> Parts)
{
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The text of a part; null: there is none of this name.</summary>
    public string? Part(string name) => Parts.FirstOrDefault(part => part.Name == name) is { } found ? Encoding.UTF8.GetString(found.Content.Span) : null;
}

/// <param name="FileName">Null: it is no file.</param>
public sealed record TargetPart(string Name, string? FileName, ReadOnlyMemory<byte> Content);
