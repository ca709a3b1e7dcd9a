namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>Where an indexer finds releases; it is a Torznab or a Newznab then.</summary>
public enum IndexerProtocol
{
    Torrent,
    Usenet,
}
