using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>Asks an instance to do something (<c>POST command</c>).</summary>
/// <param name="Id">In its answer.</param>
internal sealed record CommandResource(
    string Name,
    int? MovieId = null,
    int? SeriesId = null,
    [property: JsonConverter(typeof(WrittenIds))] IReadOnlyList<int>? MovieIds = null,
    [property: JsonConverter(typeof(WrittenIds))] IReadOnlyList<int>? EpisodeIds = null,
    int? Id = null);
