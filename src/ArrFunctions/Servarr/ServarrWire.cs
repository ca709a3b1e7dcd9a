using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArrFunctions.Servarr;

/// <summary>Parts of a request as the applications read them.</summary>
internal static class ServarrWire
{
    public static byte[] Body(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body, ServarrJson.Default.JsonObject);

    /// <summary>UTC, to the second.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Path(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}
