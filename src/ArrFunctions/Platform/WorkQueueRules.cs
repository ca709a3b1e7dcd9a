using System.Text;

namespace ArrFunctions.Platform;

/// <summary>What every work queue accepts, checked here and nowhere else, so that a feature runs on all of them.</summary>
/// <remarks>The rules are those of Azure Storage Queues (Naming Queues and Metadata; Put Message): a body of 48 KiB still fits into 64 KiB as Base64.</remarks>
public static class WorkQueueRules
{
    public const int MaxBodyBytes = 48 * 1024;

    public const int MaxReceive = 32;

    /// <summary>Azure allows seven days; a day is left for clocks that differ.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromDays(6);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a text can be the name of a queue.</summary>
    public static bool IsQueue(string text) =>
        text.Length is >= 3 and <= 63 && text[0] is not '-' && text[^1] is not '-' && !text.Contains("--", StringComparison.Ordinal)
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-');

    public static void CheckQueue(string queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        if (!IsQueue(queue))
        {
            throw new ArgumentException($"The queue name '{queue}' is not 3 to 63 lower-case letters, digits and single hyphens.", nameof(queue));
        }
    }

    public static void CheckMessage(string queue, string body, TimeSpan delay)
    {
        CheckQueue(queue);
        ArgumentException.ThrowIfNullOrEmpty(body);
        var bytes = Measure(body);
        if (bytes > MaxBodyBytes)
        {
            throw new ArgumentException($"A message has at most {MaxBodyBytes} bytes of UTF-8, this one has {bytes}.", nameof(body));
        }

        CheckDelay(delay, nameof(delay));
    }

    public static void CheckReceive(string queue, int most, TimeSpan visibility)
    {
        CheckQueue(queue);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MaxReceive);
        ArgumentOutOfRangeException.ThrowIfLessThan(visibility, TimeSpan.FromSeconds(1));
        CheckDelay(visibility, nameof(visibility));
    }

    public static void CheckDelay(TimeSpan delay, string argument)
    {
        if (delay < TimeSpan.Zero || delay > MaxDelay)
        {
            throw new ArgumentOutOfRangeException(argument, delay, $"A message is hidden for 0 to {MaxDelay.TotalDays:0} days.");
        }
    }

    private static int Measure(string body)
    {
        try
        {
            return Strict.GetByteCount(body);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException($"A message is Unicode text, this one has half of a surrogate pair at {exception.Index}.", nameof(body), exception);
        }
    }
}
