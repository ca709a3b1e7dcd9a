using ArrFunctions.Servarr;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Indexers.Views;

/// <summary>Looks at the indexers of all instances at once; one that does not answer does not keep the others.</summary>
internal sealed partial class IndexerWatch(ServarrClients clients, InstanceAnswers answers, ILogger<IndexerWatch> logger)
{
    public async Task<Look> LookAsync(CancellationToken cancellationToken)
    {
        var asked = await Task.WhenAll(clients.All.Select(client => AskAsync(client, cancellationToken)));
        return Look.Of(
            [.. asked.Select(one => one.Answer).OfType<InstanceAnswer>()],
            asked.Where(one => one.Failure is not null).ToDictionary(one => one.Instance, one => one.Failure!, StringComparer.OrdinalIgnoreCase),
            clients.All.Select(client => client.Instance));
    }

    private async Task<(string Instance, InstanceAnswer? Answer, ServarrException? Failure)> AskAsync(ServarrClient client, CancellationToken cancellationToken)
    {
        var name = client.Instance.Name;
        try
        {
            return (name, await answers.OfAsync(client, cancellationToken), null);
        }
        catch (ServarrException failure)
        {
            Log.NotSeen(logger, name, failure.Message);
            return (name, null, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The indexers of {Instance} were not seen: {Reason}")]
        public static partial void NotSeen(ILogger logger, string instance, string reason);
    }
}
