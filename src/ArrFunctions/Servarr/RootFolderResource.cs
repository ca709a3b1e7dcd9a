namespace ArrFunctions.Servarr;

/// <summary>A folder that an instance keeps its library in (<c>GET rootfolder</c>).</summary>
internal sealed record RootFolderResource
{
    public int Id { get; set; }

    /// <summary>As the instance names it.</summary>
    public string? Path { get; set; }

    /// <summary>Whether the instance itself can write to it.</summary>
    public bool Accessible { get; set; }

    /// <summary>Bytes.</summary>
    public long? FreeSpace { get; set; }
}
