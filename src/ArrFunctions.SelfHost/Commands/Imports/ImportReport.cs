using ArrFunctions.Indexers.Takeover;
using ArrFunctions.Library.Takeover;
using ArrFunctions.Setup.Takeover;

namespace ArrFunctions.SelfHost.Commands.Imports;

/// <summary>What is taken over, or was.</summary>
internal sealed record ImportReport(TakeoverPlan Plan, TheirPlace Place)
{
    /// <summary>Whether it was done.</summary>
    public bool IsApplied { get; init; }

    /// <summary>The file that the settings were written into; null: they are stored.</summary>
    public string? Output { get; init; }

    public IReadOnlyList<TakenSetting> Settings { get; init; } = [];

    public IReadOnlyList<LibraryTaken> Libraries { get; init; } = [];

    public ObservationsTaken? Tests { get; init; }

    public JobsLeft? Jobs { get; init; }

    /// <summary>About their database, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What kept the settings from being stored.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    public int ExitCode => Errors.Count > 0 ? Commands.ExitCode.Failure
        : IsApplied && Settings.Any(static one => one.State is TakenState.Conflict or TakenState.Wrong) ? Commands.ExitCode.Partial
        : Commands.ExitCode.Success;
}
