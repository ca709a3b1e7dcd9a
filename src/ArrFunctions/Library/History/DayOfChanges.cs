namespace ArrFunctions.Library.History;

/// <summary>The changes of one calendar day (UTC), counted.</summary>
/// <param name="Points">Sum of the changes of score by other files.</param>
/// <param name="RescoredPoints">Sum of the changes of score of files that stayed.</param>
public sealed record DayOfChanges(
    DateOnly Day, int Added, int Upgraded, int Downgraded, int Replaced, int Removed, int RescoredUp, int RescoredDown, long Points, long RescoredPoints)
{
    public static DayOfChanges None(DateOnly day) => new(day, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>With one more change. A new name is none that counts.</summary>
    public DayOfChanges With(ScoreChange change)
    {
        var points = (long)(change.After ?? 0) - (change.Before ?? 0);
        return change.Kind switch
        {
            ScoreChangeKind.Added => this with { Added = Added + 1 },
            ScoreChangeKind.Removed => this with { Removed = Removed + 1 },
            ScoreChangeKind.Upgraded => this with { Upgraded = Upgraded + 1, Points = Points + points },
            ScoreChangeKind.Downgraded => this with { Downgraded = Downgraded + 1, Points = Points + points },
            ScoreChangeKind.Replaced => this with { Replaced = Replaced + 1 },
            ScoreChangeKind.Rescored when points > 0 => this with { RescoredUp = RescoredUp + 1, RescoredPoints = RescoredPoints + points },
            ScoreChangeKind.Rescored => this with { RescoredDown = RescoredDown + 1, RescoredPoints = RescoredPoints + points },
            _ => this,
        };
    }
}
