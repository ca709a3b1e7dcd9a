namespace ArrFunctions.Indexers.Discovery;

/// <summary>A list of indexers could not be read, or discovery cannot work as it is set; the message is a sentence for people without a full stop, and holds no secret.</summary>
internal sealed class SourceException(string message, Exception? inner = null) : Exception(message, inner);
