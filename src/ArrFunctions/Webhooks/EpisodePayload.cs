namespace ArrFunctions.Webhooks;

internal sealed record EpisodePayload
{
    public long? SeasonNumber { get; set; }

    public long? EpisodeNumber { get; set; }
}
