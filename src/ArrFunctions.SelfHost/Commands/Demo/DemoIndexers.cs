using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;

namespace ArrFunctions.SelfHost.Commands.Demo;

/// <summary>The Prowlarr of the demo, with thirty days behind it.</summary>
internal static class DemoIndexers
{
    /// <summary>It died some days ago.</summary>
    public const string Dead = "Paper Indexer";

    private static readonly TimeSpan Past = TimeSpan.FromDays(30);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(2);

    public static async Task<FakeProwlarr> StartAsync(CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var clock = new LaggingClock { Lag = Past };
        var prowlarr = await FakeProwlarr.StartAsync(new() { Clock = clock }, cancellationToken);
        Add(Dead, ago => ago > TimeSpan.FromDays(6) ? TrackerBehaviour.Works(milliseconds: 340) : TrackerBehaviour.Unavailable);
        Add("Flickering Lamp", ago => ago.TotalHours % 70 is > 30 and < 44 ? TrackerBehaviour.Unavailable : TrackerBehaviour.Works(milliseconds: 900));
        Add("Narrow Gate", ago => ago < Pause * 1.5 ? TrackerBehaviour.RateLimited(TimeSpan.FromHours(6)) : TrackerBehaviour.Works(milliseconds: 150));
        Add("Tin Harbour", _ => TrackerBehaviour.Works(milliseconds: 210));
        Add("Quiet Orchard", _ => TrackerBehaviour.Works(milliseconds: 480));
        while (clock.Lag > Pause)
        {
            clock.Lag -= Pause;
            prowlarr.RunRssSync();
        }

        clock.Lag = TimeSpan.Zero;
        return prowlarr;

        void Add(string name, Func<TimeSpan, TrackerBehaviour> behaviour) => prowlarr.AddIndexer(name, new(name, at => behaviour(now - at)));
    }
}
