namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>How long an application leaves an indexer alone: each failure takes it a level up, each success one down and ends the block.</summary>
public sealed class BackOff
{
    /// <summary>After its start an application takes nothing up a second level, and leaves no indexer alone for longer than the third period.</summary>
    internal static readonly TimeSpan StartUp = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan[] Periods =
    [
        TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    private readonly Lock gate = new();

    /// <summary>0 to 9.</summary>
    public int Level { get; private set; }

    public DateTimeOffset? DisabledTill { get; private set; }

    public DateTimeOffset? MostRecentFailure { get; private set; }

    /// <summary>The first failure since it was at level 0.</summary>
    public DateTimeOffset? InitialFailure { get; private set; }

    public bool IsBlocked(DateTimeOffset now) => DisabledTill > now;

    /// <summary>What came of a question for news or of a search.</summary>
    internal void Take(TrackerBehaviour behaviour, DateTimeOffset now, DateTimeOffset started)
    {
        switch (behaviour.Answer)
        {
            case TrackerAnswer.Works or TrackerAnswer.Empty or TrackerAnswer.Page:
                Succeed();
                break;
            case TrackerAnswer.RateLimited or TrackerAnswer.LimitReached:
                Fail(now, started, atLeast: behaviour.RetryAfter ?? TimeSpan.FromHours(1));
                break;
            case TrackerAnswer.NoSuchHost or TrackerAnswer.ConnectionRefused:
                Fail(now, started, isEscalated: false);
                break;
            default:
                Fail(now, started);
                break;
        }
    }

    /// <summary>What came of a test: every failure is like every other.</summary>
    internal void TakeTest(bool isPassed, DateTimeOffset now, DateTimeOffset started)
    {
        if (isPassed)
        {
            Succeed();
        }
        else
        {
            Fail(now, started);
        }
    }

    private void Succeed()
    {
        lock (gate)
        {
            if (Level > 0)
            {
                Level--;
                DisabledTill = null;
            }
        }
    }

    private void Fail(DateTimeOffset now, DateTimeOffset started, TimeSpan atLeast = default, bool isEscalated = true)
    {
        lock (gate)
        {
            var isStarting = now < started + StartUp;
            MostRecentFailure = now;
            if (Level == 0)
            {
                (InitialFailure, Level) = (now, 1);
            }
            else if (isEscalated && !isStarting)
            {
                Level = Math.Min(Periods.Length - 1, Level + 1);
            }

            while (Level < Periods.Length - 1 && Periods[Level] < atLeast)
            {
                Level++;
            }

            DisabledTill = now + (isStarting && atLeast == TimeSpan.Zero && Periods[Level] > Periods[2] ? Periods[2] : Periods[Level]);
        }
    }
}
