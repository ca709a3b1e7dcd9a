namespace ArrFunctions.Demo.Matroska;

/// <summary>How a reader finds Tracks when they are not the next thing it meets (RFC 9559, 6.3).</summary>
public enum SeekHeadLayout
{
    None,

    /// <summary>One SeekHead at the front names Info and Tracks.</summary>
    Direct,

    /// <summary>The SeekHead at the front names Info and a second SeekHead at the end, and only that names Tracks.</summary>
    Chained,
}
