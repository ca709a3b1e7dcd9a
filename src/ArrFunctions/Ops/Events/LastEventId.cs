using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Events;

/// <summary>What a client of a stream has seen last (HTML standard, 9.2: server-sent events).</summary>
internal static class LastEventId
{
    public const string Header = "Last-Event-ID";

    /// <param name="after">Null where nothing was seen yet.</param>
    /// <returns>False for what is no id.</returns>
    public static bool TryRead(HttpRequest request, out long? after)
    {
        after = null;
        if (request.Headers[Header] is not [{ Length: > 0 } text, ..])
        {
            return true;
        }

        var isId = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        after = isId ? number : null;
        return isId;
    }
}
