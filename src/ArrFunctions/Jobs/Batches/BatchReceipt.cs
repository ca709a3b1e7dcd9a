namespace ArrFunctions.Jobs.Batches;

/// <summary>What became of a batch that was asked for.</summary>
internal abstract record BatchReceipt
{
    private BatchReceipt()
    {
    }

    public sealed record Started(Batch Batch) : BatchReceipt;

    public sealed record Refused(BatchAcceptance.Refused Objection) : BatchReceipt;
}
