namespace ArrFunctions.Ops.State;

/// <summary>Told how far a move is, row by row.</summary>
internal interface IStateObserver
{
    /// <param name="rows">How many there will be; null where nobody knows yet.</param>
    void Begin(StateStep step, long? rows);

    void Advance();
}

/// <summary>The passes of a move.</summary>
internal enum StateStep
{
    /// <summary>The state is read into a file.</summary>
    Read,

    /// <summary>The file is looked at as a whole, before anything is written.</summary>
    Check,

    /// <summary>The target is compared with the file.</summary>
    Compare,

    /// <summary>The target gets what it lacks.</summary>
    Write,

    /// <summary>The target is read back.</summary>
    Verify,
}
