using System.Globalization;
using ArrFunctions.Servarr;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Indexers.Views;

/// <summary>Looks at the indexers of all instances at once; one that does not answer does not keep the others.</summary>
internal sealed partial class IndexerWatch(ServarrClients clients, InstanceAnswers answers, TimeProvider clock, ILogger<IndexerWatch> logger)
{
    /// <summary>So long the others wait for one; what it tells later is there for whoever looks next.</summary>
    public static readonly TimeSpan Patience = ServarrPipelines.LongAttempt;

    public async Task<Look> LookAsync(CancellationToken cancellationToken)
    {
        var asked = await Task.WhenAll(clients.All.Select(client => AskAsync(client, cancellationToken)));
        return Look.Of(
            [.. asked.Select(one => one.Answer).OfType<InstanceAnswer>()],
            asked.Where(one => one.Failure is not null).ToDictionary(one => one.Instance, one => one.Failure!, StringComparer.OrdinalIgnoreCase),
            clients.All.Select(client => client.Instance));
    }

    /// <summary>The same, with some instances read anew.</summary>
    public Task<Look> LookAgainAsync(IEnumerable<string> instances, CancellationToken cancellationToken)
    {
        foreach (var instance in instances.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            answers.Forget(instance);
        }

        return LookAsync(cancellationToken);
    }

    private async Task<(string Instance, InstanceAnswer? Answer, ServarrException? Failure)> AskAsync(ServarrClient client, CancellationToken cancellationToken)
    {
        var name = client.Instance.Name;
        try
        {
            return (name, await answers.OfAsync(client, cancellationToken).WaitAsync(Patience, clock, cancellationToken), null);
        }
        catch (TimeoutException late)
        {
            var failure = Late(client.Instance, late);
            Log.NotSeen(logger, name, failure.Message);
            return (name, null, failure);
        }
        catch (ServarrException failure)
        {
            Log.NotSeen(logger, name, failure.Message);
            return (name, null, failure);
        }
    }

    private static ServarrException Late(Instance instance, TimeoutException late) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{instance.Name} at {instance.Url.OriginalString} did not tell of its indexers within {Patience.TotalSeconds:0} seconds. Its own log tells more."),
        ServarrFault.Unreachable,
        late);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The indexers of {Instance} were not seen: {Reason}")]
        public static partial void NotSeen(ILogger logger, string instance, string reason);
    }
}
