using System.Globalization;
using System.Text.RegularExpressions;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup;

/// <summary>What to check when an instance could not post its test.</summary>
internal static partial class WebhookAdvice
{
    /// <param name="instance">The one that posts.</param>
    /// <param name="url">The address of this program that it was told.</param>
    /// <param name="answer">Who answers there, as seen from here.</param>
    /// <param name="failure">What the instance said, in its own words.</param>
    public static string Of(Instance instance, Uri url, AddressAnswer answer, string failure)
    {
        var address = url.OriginalString;
        return Status(failure) switch
        {
            401 or 403 => $"What answers at {address} does not know the new key: it is another ArrFunctions, or the same one with another data folder (--data).",
            404 => $"What answers at {address} has no such route: another program listens there, or something is missing before /api.",
            _ when answer is AddressAnswer.None && url.IsLoopback && instance.Url.IsLoopback =>
                $"Nothing answers at {address} here either. The service has to run for the test to arrive: start it (arrfunctions, without a command), "
                + "then run this again.",
            _ when answer is AddressAnswer.None =>
                $"Nothing answers at {address} here either. If the service does not run, start it (arrfunctions --urls http://*:{url.Port}: "
                + "by itself it listens on this machine alone), then run this again.",
            _ when answer is AddressAnswer.SomebodyElse => $"What answers at {address} is not ArrFunctions: another program listens there.",
            _ when url.IsLoopback =>
                $"Here it answers, so {instance.Service} runs elsewhere: for another machine or container, {url.Host} is that one itself. "
                + $"Give the address by which it finds this machine, and let the service listen on it (--urls http://*:{url.Port}).",
            _ =>
                $"Here it answers, so {instance.Service} finds no way: check whether its machine or container knows the name {url.Host}, "
                + "and whether a firewall lies between.",
        };
    }

    /// <summary>They write what they were answered as <c>[401:Unauthorized]</c>.</summary>
    private static int Status(string failure) =>
        AnswerStatus.Match(failure) is { Success: true } match ? int.Parse(match.Groups["status"].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\[(?<status>[0-9]{3}):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnswerStatus { get; }
}
