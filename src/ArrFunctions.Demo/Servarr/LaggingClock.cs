namespace ArrFunctions.Demo.Servarr;

/// <summary>The clock of the system, behind by a time that can be changed: what a fake application does in it lies in the past.</summary>
public sealed class LaggingClock : TimeProvider
{
    public TimeSpan Lag { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Lag;
}
