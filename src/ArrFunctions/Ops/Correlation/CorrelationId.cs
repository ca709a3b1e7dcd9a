using System.Diagnostics.CodeAnalysis;

namespace ArrFunctions.Ops.Correlation;

/// <summary>What belongs together: a request, the events and jobs that came of it, and what is logged meanwhile, share one id.</summary>
internal static class CorrelationId
{
    public const string Header = "X-Correlation-Id";

    private static readonly AsyncLocal<string?> Flowing = new();

    /// <summary>Of what is done now; null where nobody began one.</summary>
    public static string? Current => Flowing.Value;

    /// <summary>Holds until it is disposed, here and in all that is awaited meanwhile.</summary>
    public static IDisposable Begin(string id)
    {
        var before = Flowing.Value;
        Flowing.Value = id;
        return new Ending(before);
    }

    /// <summary>Goes on with the one there is; where nobody began one, begins one.</summary>
    public static IDisposable BeginIfNone() => Begin(Current ?? New());

    /// <summary>32 hexadecimal digits.</summary>
    public static string New() => Guid.CreateVersion7().ToString("n");

    /// <summary>Whether somebody else's id can be taken over: 1 to 64 letters, digits, hyphens, dots, colons and underscores.</summary>
    public static bool IsValid([NotNullWhen(true)] string? id) =>
        id is { Length: >= 1 and <= 64 } && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or ':' or '_');

    private sealed class Ending(string? before) : IDisposable
    {
        public void Dispose() => Flowing.Value = before;
    }
}
