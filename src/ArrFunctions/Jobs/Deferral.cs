namespace ArrFunctions.Jobs;

/// <summary>When a waiting job is looked at again: soon at first, then ever more seldom, and without an end.</summary>
internal static class Deferral
{
    public static JobWait Next(JobWait? before, WaitReason reason, DateTimeOffset now)
    {
        var isSame = before?.Reason == reason;
        var looks = isSame ? before!.Looks + 1 : 1;
        return new(reason, now + Pause(reason, looks), isSame ? before!.Since : now, looks);
    }

    private static TimeSpan Pause(WaitReason reason, int looks)
    {
        var (first, longest) = reason switch
        {
            WaitReason.Hardlinked => (TimeSpan.FromMinutes(15), TimeSpan.FromHours(6)),
            WaitReason.NoSpace => (TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)),
            _ => (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15)),
        };
        var doublings = Math.Min(looks - 1, 16);
        var pause = first * (1 << doublings);
        return pause < longest ? pause : longest;
    }
}
