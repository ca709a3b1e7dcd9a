namespace ArrFunctions.Library.History;

/// <summary>The changes of one calendar day (UTC), counted.</summary>
/// <param name="Points">Sum of the changes of score by other files.</param>
/// <param name="RescoredPoints">Sum of the changes of score of files that stayed.</param>
public sealed record DayOfChanges(
    DateOnly Day, int Added, int Upgraded, int Downgraded, int Replaced, int Removed, int RescoredUp, int RescoredDown, long Points, long RescoredPoints);
