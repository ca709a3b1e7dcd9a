using System.Text.Json.Serialization;

namespace ArrFunctions.MediaServers;

/// <summary>Body of <c>POST Library/Media/Updated</c>.</summary>
internal sealed record UpdatedMedia(IReadOnlyList<UpdatedPath> Updates);

/// <param name="UpdateType">Created, Modified, Deleted.</param>
internal sealed record UpdatedPath(string Path, string UpdateType);

/// <summary>Answer of <c>GET library/sections</c>.</summary>
internal sealed record PlexSections(PlexContainer? MediaContainer);

internal sealed record PlexContainer(IReadOnlyList<PlexSection?>? Directory);

internal sealed record PlexSection(string? Key, IReadOnlyList<PlexLocation?>? Location);

internal sealed record PlexLocation(string? Path);

[JsonSourceGenerationOptions]
[JsonSerializable(typeof(UpdatedMedia))]
internal sealed partial class MediaServerJson : JsonSerializerContext;

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(PlexSections))]
internal sealed partial class PlexJson : JsonSerializerContext;
