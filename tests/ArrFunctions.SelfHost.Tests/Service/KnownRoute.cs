namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>A route of the product, and who may call it.</summary>
/// <param name="Roles">The words of the roles that are let in.</param>
internal sealed record KnownRoute(string Method, string Path, string[] Roles)
{
    private static readonly string[] Webhook = ["webhook", "operate", "admin"];
    private static readonly string[] Read = ["read", "operate", "admin"];
    private static readonly string[] Operate = ["operate", "admin"];
    private static readonly string[] Admin = ["admin"];

    public static IReadOnlyList<string> RoleWords { get; } = ["webhook", "read", "operate", "admin"];

    /// <summary>All that ask for none.</summary>
    public static IReadOnlyList<string> Open { get; } =
    [
        "GET /", "HEAD /", "GET /assets/{file}", "HEAD /assets/{file}", "GET /health", "GET /health/ready", "GET /openapi", "POST /api/session",
    ];

    /// <summary>All that ask for a key; written by hand, so that one that is added is thought about.</summary>
    public static IReadOnlyList<KnownRoute> All { get; } =
    [
        new("GET", "/openapi/v1.json", Read),
        new("POST", "/api/webhook/{service}/{instance?}", Webhook),
        new("PUT", "/api/webhook/{service}/{instance?}", Webhook),
        new("GET", "/api/webhook/{webhookId}", Read),
        new("GET", "/api/jobs", Read),
        new("GET", "/api/jobs/stats", Read),
        new("GET", "/api/jobs/{id}", Read),
        new("DELETE", "/api/jobs/{id}", Operate),
        new("POST", "/api/jobs/{id}/retry", Operate),
        new("POST", "/api/jobs/{id}/undo", Operate),
        new("POST", "/api/jobs/apply", Operate),
        new("POST", "/api/batch", Operate),
        new("GET", "/api/batch", Read),
        new("GET", "/api/batch/{id}", Read),
        new("GET", "/api/batch/{id}/items", Read),
        new("POST", "/api/batch/{id}/retry", Operate),
        new("DELETE", "/api/batch/{id}", Operate),
        new("POST", "/api/audio/explain", Operate),
        new("GET", "/api/queue", Read),
        new("POST", "/api/queue/pause", Operate),
        new("POST", "/api/queue/resume", Operate),
        new("GET", "/api/indexers", Read),
        new("GET", "/api/indexers/stats", Read),
        new("GET", "/api/indexers/history", Read),
        new("GET", "/api/indexers/heal", Read),
        new("POST", "/api/indexers/heal", Operate),
        new("POST", "/api/indexers/sweep", Operate),
        new("POST", "/api/indexers/test", Operate),
        new("GET", "/api/indexers/{instance}", Read),
        new("GET", "/api/indexers/{instance}/{id}/uptime", Read),
        new("POST", "/api/indexers/{instance}/{id}/test", Operate),
        new("POST", "/api/indexers/{instance}/{id}/enable", Operate),
        new("POST", "/api/indexers/{instance}/{id}/disable", Operate),
        new("GET", "/api/indexers/discovery", Read),
        new("POST", "/api/indexers/discovery/{id}/confirm", Admin),
        new("DELETE", "/api/indexers/discovery/{id}", Admin),
        new("POST", "/api/library/search", Operate),
        new("GET", "/api/library/{instance}/searches", Read),
        new("GET", "/api/logs/levels", Read),
        new("PUT", "/api/logs/levels", Admin),
        new("GET", "/api/notifications", Read),
        new("POST", "/api/notifications/test", Operate),
        new("GET", "/api/schedules", Read),
        new("GET", "/api/schedules/{name}", Read),
        new("POST", "/api/schedules/{name}/run", Operate),
        new("POST", "/api/schedules/{name}/enable", Operate),
        new("POST", "/api/schedules/{name}/disable", Operate),
        new("POST", "/api/library/export", Operate),
        new("GET", "/api/library/exports", Read),
        new("GET", "/api/library/exports/{id}", Read),
        new("GET", "/api/library/exports/{id}/artifacts/{name}", Read),
        new("GET", "/api/library/compare", Read),
        new("GET", "/api/library/{instance}/summary", Read),
        new("GET", "/api/library/{instance}/candidates", Read),
        new("GET", "/api/library/{instance}/formats", Read),
        new("GET", "/api/library/{instance}/profiles", Read),
        new("GET", "/api/library/{instance}/trends", Read),
        new("GET", "/api/library/{instance}/history", Read),
        new("GET", "/metrics", Read),
        new("GET", "/api/stats", Read),
        new("GET", "/api/v1/widget", Read),
        new("GET", "/api/caches", Read),
        new("DELETE", "/api/caches/{name}", Operate),
        new("DELETE", "/api/caches/{name}/{key}", Operate),
        new("GET", "/api/events", Read),
        new("GET", "/api/events/stream", Read),
        new("GET", "/api/startup-status", Read),
        new("GET", "/api/instances", Read),
        new("GET", "/api/instances/{instance}", Read),
        new("POST", "/api/instances", Admin),
        new("PUT", "/api/instances/{instance}", Admin),
        new("DELETE", "/api/instances/{instance}", Admin),
        new("POST", "/api/instances/test", Admin),
        new("POST", "/api/instances/{instance}/webhook", Admin),
        new("POST", "/api/instances/{instance}/test", Operate),
        new("POST", "/api/mappings/check", Operate),
        new("PUT", "/api/mappings", Admin),
        new("GET", "/api/setup", Read),
        new("GET", "/api/maintenance/backups", Admin),
        new("POST", "/api/maintenance/backup", Admin),
        new("GET", "/api/maintenance/backups/{name}", Admin),
        new("DELETE", "/api/maintenance/backups/{name}", Admin),
        new("POST", "/api/maintenance/cleanup", Admin),
        new("GET", "/api/maintenance/state", Admin),
        new("GET", "/api/maintenance/state/{table}", Admin),
        new("PUT", "/api/maintenance/imports/{id}", Admin),
        new("POST", "/api/maintenance/imports/{id}", Admin),
        new("DELETE", "/api/maintenance/imports/{id}", Admin),
        new("GET", "/api/config", Read),
        new("PUT", "/api/config", Admin),
        new("POST", "/api/config/reload", Admin),
        new("POST", "/api/config/validate", Admin),
        new("GET", "/api/session", Read),
        new("DELETE", "/api/session", Read),
        new("GET", "/api/keys", Admin),
        new("POST", "/api/keys", Admin),
        new("POST", "/api/keys/{id}/rotate", Admin),
        new("DELETE", "/api/keys/{id}", Admin),
    ];

    /// <summary>A request to it, with something in the place of each parameter.</summary>
    public HttpRequestMessage Request() => new(
        new HttpMethod(Method),
        Path.Replace("{service}/{instance?}", "radarr", StringComparison.Ordinal)
            .Replace("/stream", "/stream?severity=none", StringComparison.Ordinal) // refused; a stream would go on for minutes
            .Replace("{webhookId}", "00", StringComparison.Ordinal)
            .Replace("{id}", "00", StringComparison.Ordinal)
            .Replace("{table}", "Nothing", StringComparison.Ordinal)
            .Replace("{name}", "nothing", StringComparison.Ordinal)
            .Replace("{key}", "00", StringComparison.Ordinal)
            .Replace("{instance}", "nothing", StringComparison.Ordinal));

    public override string ToString() => $"{Method} {Path}";
}
