namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>Why an indexer did not pass its test, in the words of the application. They hold the key of the site, as the real ones do.</summary>
internal sealed record IndexerFailure(string Property, string Message);
