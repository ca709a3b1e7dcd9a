using System.Globalization;
using ArrFunctions.Ops.Http;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Events;

/// <summary>The filter of events as a query spells it.</summary>
/// <param name="Name"><c>job.failed</c>, or <c>job.</c> for all that begin so.</param>
/// <param name="Severity"><c>information</c>, <c>warning</c> or <c>error</c>, and what is graver.</param>
/// <param name="Subject"><c>job:{id}</c>.</param>
/// <param name="Actor"><c>key:{name}</c>.</param>
/// <param name="Correlation">A correlation id.</param>
/// <param name="From">ISO 8601 with its offset; the first instant wanted.</param>
/// <param name="To">The first instant that is not.</param>
internal readonly record struct EventQuery(string? Name, string? Severity, string? Subject, string? Actor, string? Correlation, string? From, string? To)
{
    /// <summary>Nothing that is stored is longer.</summary>
    private const int MostCharacters = 500;

    /// <summary>The filter, or why there is none.</summary>
    public (EventFilter? Filter, IResult? Objection) Read()
    {
        var severity = EventSeverity.Information;
        if (Severity is not null && !(Enum.TryParse(Severity, ignoreCase: true, out severity) && Enum.GetNames<EventSeverity>().Contains(Severity, StringComparer.OrdinalIgnoreCase)))
        {
            return (null, Refused("severity can be information, warning or error; each includes what is graver."));
        }

        string?[] texts = [Name, Subject, Actor, Correlation];
        if (Array.Exists(texts, static text => text is { Length: 0 or > MostCharacters }))
        {
            return (null, Refused($"name, subject, actor and correlation have 1 to {MostCharacters} characters; leave out what is not to be looked at."));
        }

        if (!TryReadTime(From, out var from) || !TryReadTime(To, out var to))
        {
            return (null, Refused("from and to are times such as 2026-01-31T18:00:00Z; where no offset is given, they are UTC."));
        }

        return (new() { Name = Name, Severity = severity, Subject = Subject, Actor = Actor, Correlation = Correlation, From = from, To = to }, null);
    }

    private static bool TryReadTime(string? text, out DateTimeOffset? time)
    {
        var isRead = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read);
        time = isRead ? read : null;
        return isRead || text is null;
    }

    private static IResult Refused(string detail) => Problem.Of(StatusCodes.Status400BadRequest, "filter", detail);
}
