namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>How far Prowlarr keeps the indexers of an application like its own.</summary>
public enum SyncLevel
{
    Disabled,

    /// <summary>It adds them and never touches them again.</summary>
    AddOnly,
    FullSync,
}
