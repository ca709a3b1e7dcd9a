namespace ArrFunctions.Jobs.Batches;

/// <summary>Where a batch stands.</summary>
public enum BatchStatus
{
    /// <summary>Its files are being found; work on the first of them goes on already.</summary>
    Planning,

    Running,

    /// <summary>Nothing more is begun; what runs comes to its end.</summary>
    Cancelling,

    /// <summary>No file failed. Some may still wait, as jobs of their own.</summary>
    Succeeded,

    /// <summary>Some files failed.</summary>
    PartlyFailed,

    /// <summary>Every file failed, or the folder could not be read.</summary>
    Failed,

    Cancelled,
}
