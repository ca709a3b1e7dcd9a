namespace ArrFunctions.Servarr;

/// <summary>A movie file or episode file, as far as it is used (<c>GET moviefile/{id}</c>, <c>GET episodefile/{id}</c>).</summary>
internal sealed record MediaFileResource
{
    public int Id { get; set; }

    /// <summary>As the instance names it.</summary>
    public string? Path { get; set; }

    /// <summary>Bytes.</summary>
    public long? Size { get; set; }
}
