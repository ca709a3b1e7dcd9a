namespace ArrFunctions.Demo.Matroska;

/// <summary>What brings a file to its total size.</summary>
public enum PaddingKind
{
    /// <summary>A Void at Segment level behind the clusters.</summary>
    Void,

    /// <summary>A last cluster with one huge block of the first track.</summary>
    Block,
}
