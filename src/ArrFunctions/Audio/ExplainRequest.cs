using System.Text.Json.Serialization;

namespace ArrFunctions.Audio;

/// <summary>Body of <c>POST audio/explain</c>.</summary>
/// <param name="Path">Absolute path of the file, here.</param>
/// <param name="Instance">Name of the instance that manages it.</param>
/// <param name="OriginalLanguage">A code or an English name; comes before what anybody else says.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExplainRequest(string? Path, string? Instance, string? OriginalLanguage);
