namespace ArrFunctions.Audio.Rules;

/// <summary>How Sonarr numbers the episodes of a series.</summary>
internal enum SeriesType
{
    Standard,
    Daily,
    Anime,
}
