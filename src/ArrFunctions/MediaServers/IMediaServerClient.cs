namespace ArrFunctions.MediaServers;

/// <summary>How a kind of media server is told of one changed file.</summary>
internal interface IMediaServerClient
{
    /// <returns>A sentence about what it was told.</returns>
    /// <exception cref="MediaServerException">It was not.</exception>
    Task<string> TellAsync(string localPath, CancellationToken cancellationToken);
}
