namespace Azure.Storage.Blobs.Models;

public class BlobItem
{
    internal BlobItem()
    {
    }

    public string Name { get; internal init; } = "";

    public BlobItemProperties Properties { get; internal init; } = new();
}

public class BlobItemProperties
{
    internal BlobItemProperties()
    {
    }

    public long? ContentLength { get; internal init; }

    public DateTimeOffset? LastModified { get; internal init; }
}

public class BlobDownloadStreamingResult
{
    internal BlobDownloadStreamingResult()
    {
    }

    public Stream Content { get; internal init; } = Stream.Null;
}

public class BlobContainerInfo
{
    internal BlobContainerInfo()
    {
    }
}

public class BlobContentInfo
{
    internal BlobContentInfo()
    {
    }
}

public class BlockInfo
{
    internal BlockInfo()
    {
    }
}

public class BlobContainerEncryptionScopeOptions;

public class BlobRequestConditions;

public class BlobDownloadOptions;

public class BlockBlobStageBlockOptions;

public class CommitBlockListOptions;

public enum PublicAccessType
{
    None = 0,
}

public enum DeleteSnapshotsOption
{
    None = 0,
    IncludeSnapshots = 1,
}

[Flags]
public enum BlobTraits
{
    None = 0,
}

[Flags]
public enum BlobStates
{
    None = 0,
}

public static class BlobsModelFactory
{
    public static BlobItem BlobItem(string? name = null, bool deleted = false, BlobItemProperties? properties = null) =>
        new() { Name = name!, Properties = properties! };

    public static BlobItemProperties BlobItemProperties(bool accessTierInferred, long? contentLength = null, DateTimeOffset? lastModified = null) =>
        new() { ContentLength = contentLength, LastModified = lastModified };

    public static BlobDownloadStreamingResult BlobDownloadStreamingResult(Stream? content = null) => new() { Content = content! };
}
