namespace ArrFunctions.Platform;

/// <param name="Size">Bytes.</param>
public sealed record StoredArtifact(string Name, long Size, DateTimeOffset Written);
