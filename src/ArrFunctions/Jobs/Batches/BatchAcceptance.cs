namespace ArrFunctions.Jobs.Batches;

/// <summary>Whether a feature does a batch.</summary>
internal abstract record BatchAcceptance
{
    private BatchAcceptance()
    {
    }

    /// <param name="Path">The folder, as it is kept.</param>
    /// <param name="DryRun">Whether the jobs only tell what they would do.</param>
    public sealed record Accepted(string Path, bool DryRun) : BatchAcceptance;

    /// <param name="Why">What kind of objection.</param>
    /// <param name="Code">Stable word for programs, camelCase.</param>
    /// <param name="Reason">A sentence for people.</param>
    public sealed record Refused(BatchObjection Why, string Code, string Reason) : BatchAcceptance
    {
        /// <summary>Whether the same batch can be begun later: another one has to end first.</summary>
        public bool IsForNow => Why is BatchObjection.Full || Code is FolderBusy;
    }

    /// <summary>Code of a refusal: another batch works on the folder.</summary>
    public const string FolderBusy = "folderBusy";
}

/// <summary>Why a batch is not begun.</summary>
internal enum BatchObjection
{
    /// <summary>What is asked for makes no sense.</summary>
    Invalid,

    /// <summary>There is no such folder.</summary>
    NotFound,

    /// <summary>It cannot be done as things are: the folder is being worked on, or a setting forbids it.</summary>
    Conflict,

    /// <summary>Too many batches are open.</summary>
    Full,
}
