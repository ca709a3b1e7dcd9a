using System.Text.Json;

namespace ArrFunctions.SelfHost.Tests.Soak;

/// <summary>What a service that logs JSON has printed or written.</summary>
internal static class SoakLog
{
    /// <summary>What is no line of the log: where it is ready, and where the first key lies.</summary>
    private static readonly string[] Greetings = ["ArrFunctions is ready at ", "The first admin key "];

    /// <summary>Lines that tell an error, and what is no line of a log at all, as the stack of an exception that nobody caught.</summary>
    public static IEnumerable<string> Errors(IEnumerable<string> lines) => lines.Where(static line => line.Length > 0 && !Greetings.Any(greeting => line.StartsWith(greeting, StringComparison.Ordinal)) && IsError(line));

    private static bool IsError(string line)
    {
        try
        {
            return JsonElement.Parse(line).GetProperty("level").GetString() is not ("trace" or "debug" or "information" or "warning");
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return true;
        }
    }
}
