using System.Text.Json.Serialization;
using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Search;

/// <summary>An upgrade candidate, as the policy judges it.</summary>
/// <param name="Gain">Points that an upgrade could bring.</param>
/// <param name="IsBlocked">The application would not replace it.</param>
/// <param name="IsReleased">There can be something better than what leaked.</param>
/// <param name="Queries">Questions that a search puts to each indexer, at most.</param>
internal sealed record SearchCandidate(
    ItemKey Item,
    string Name,
    CandidatePriority Priority,
    int Gain,
    string Reason,
    [property: JsonIgnore] bool IsBlocked = false,
    [property: JsonIgnore] bool IsReleased = true,
    [property: JsonIgnore] int Queries = 1);
