namespace ArrFunctions.MediaServers;

/// <summary>The programs that can be told of a changed file.</summary>
public enum MediaServerKind
{
    Plex,
    Jellyfin,
    Emby,
}
