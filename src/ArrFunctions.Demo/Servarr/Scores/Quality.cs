namespace ArrFunctions.Demo.Servarr.Scores;

/// <summary>A quality as an application numbers and names it.</summary>
/// <param name="Modifier">Radarr's: none, regional, screener, rawhd, brdisk or remux.</param>
internal sealed record Quality(int Id, string Name, string Source, int Resolution, string Modifier = "none");
