using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr;

/// <summary><c>GET /api/v3/system/status</c>.</summary>
internal static class SystemStatus
{
    private static readonly DateTime Built = new(2026, 6, 26, 0, 0, 0, DateTimeKind.Utc);

    public static JsonObject Of(ServarrApp app, FakeServarrSettings settings, DateTime started) => new()
    {
        ["appName"] = app.Name,
        ["instanceName"] = settings.InstanceName ?? app.Name,
        ["version"] = app.Version,
        ["buildTime"] = Built,
        ["isDebug"] = false,
        ["isProduction"] = true,
        ["isAdmin"] = false,
        ["isUserInteractive"] = false,
        ["startupPath"] = $"/opt/{app.Name}",
        ["appData"] = "/config",
        ["osName"] = ServarrApp.Os,
        ["osVersion"] = ServarrApp.OsVersion,
        ["isNetCore"] = true,
        ["isLinux"] = true,
        ["isOsx"] = false,
        ["isWindows"] = false,
        ["isDocker"] = true,
        ["mode"] = "console",
        ["branch"] = "main",
        ["authentication"] = "forms",
        ["migrationVersion"] = app.Migration,
        ["urlBase"] = settings.UrlBase,
        ["runtimeVersion"] = Environment.Version.ToString(),
        ["runtimeName"] = app.Runtime,
        ["startTime"] = started,
        ["packageUpdateMechanism"] = "docker",
        ["databaseVersion"] = "3.51.3",
        ["databaseType"] = "sqLite",
    };
}
