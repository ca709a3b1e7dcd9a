namespace ArrFunctions.Servarr;

/// <summary>Asks an instance to do something (<c>POST command</c>).</summary>
internal sealed record CommandResource(string Name, int? MovieId = null, int? SeriesId = null);
