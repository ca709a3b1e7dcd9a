namespace ArrFunctions.Tests.Shared;

/// <summary>A clock that stands until it is set.</summary>
internal sealed class SetTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 12, 0, 30, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
