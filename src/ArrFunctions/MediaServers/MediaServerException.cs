namespace ArrFunctions.MediaServers;

/// <summary>A media server could not be told; the message is a sentence for people and holds no secret.</summary>
internal sealed class MediaServerException(string message, Exception? inner = null) : Exception(message, inner);
