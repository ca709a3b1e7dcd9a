namespace ArrFunctions.Audio.Containers;

/// <summary>How the default flag can be moved to a track within the file as it stands.</summary>
internal abstract record EditPlan
{
    private EditPlan()
    {
    }

    /// <summary>The writes to make, in this order; none when the flags are right already.</summary>
    internal sealed record Edit(IReadOnlyList<ByteRun> Runs, RoomRule Room) : EditPlan;

    /// <summary>It cannot be done in place; the reason completes "The default flag cannot be set in place: ...".</summary>
    /// <param name="CanBeRewritten">A new file with the same streams would not have the obstacle.</param>
    internal sealed record Refused(string Reason, bool CanBeRewritten) : EditPlan;
}
