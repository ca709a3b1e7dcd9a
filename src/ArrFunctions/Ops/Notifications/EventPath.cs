namespace ArrFunctions.Ops.Notifications;

/// <summary>Where the dashboard shows what an event is about: the same as its own links from the log.</summary>
internal static class EventPath
{
    /// <summary>Behind the <c>#</c>; the log for what has no page of its own.</summary>
    public static string Of(string subject)
    {
        var (kind, id) = subject.Split(':', 2) is [var before, var behind] ? (before, behind) : (subject, "");
        return kind switch
        {
            "job" => $"/audio/jobs/{Part(id)}",
            "batch" => $"/audio/batches/{Part(id)}",
            "indexer" => $"/indexers/{string.Join('/', id.Split('/').Select(Part))}",
            "indexers" or "network" => "/indexers",
            "discovery" => "/indexers/discovery",
            "instance" => "/system",
            "schedule" => "/schedules",
            "setting" => $"/system/configuration?search={Part(id)}",
            "config" => "/system/configuration",
            "key" => "/system/keys",
            "state" => "/system/backup",
            "lane" or "cache" => "/system/figures",
            _ => "/system/events",
        };
    }

    private static string Part(string text) => Uri.EscapeDataString(text);
}
