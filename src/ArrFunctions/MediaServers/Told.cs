namespace ArrFunctions.MediaServers;

/// <summary>What came of telling one program of a changed file.</summary>
/// <param name="Whom">Its name as it is configured.</param>
/// <param name="Sentence">What it was told, or why it was not and what to do.</param>
internal sealed record Told(string Whom, bool IsDone, string Sentence);
