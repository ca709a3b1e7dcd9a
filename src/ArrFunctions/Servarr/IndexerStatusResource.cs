namespace ArrFunctions.Servarr;

/// <summary>An indexer that Prowlarr leaves alone after failures (<c>GET indexerstatus</c>); those that it does not are not listed.</summary>
internal sealed record IndexerStatusResource
{
    public int IndexerId { get; set; }

    public DateTimeOffset? DisabledTill { get; set; }

    public DateTimeOffset? MostRecentFailure { get; set; }

    public DateTimeOffset? InitialFailure { get; set; }
}
