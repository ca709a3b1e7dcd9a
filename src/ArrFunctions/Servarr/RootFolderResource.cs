namespace ArrFunctions.Servarr;

/// <summary>A folder that an instance keeps its library in, as far as it is used (<c>GET rootfolder</c>).</summary>
internal sealed record RootFolderResource
{
    /// <summary>As the instance names it.</summary>
    public string? Path { get; set; }
}
