namespace ArrFunctions.Webhooks;

/// <summary>An episode file or movie file.</summary>
internal sealed record FilePayload
{
    public long? Id { get; set; }

    public string? Path { get; set; }

    /// <summary>Bytes.</summary>
    public long? Size { get; set; }

    /// <summary>Null where the sender gave none that it could have given out.</summary>
    public int? FileId => Id is > 0 and <= int.MaxValue ? (int)Id : null;
}
