using System.Text.Json;
using ArrFunctions.FunctionApp.Orchestrations;
using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.FunctionApp.Tests.Durable;

/// <summary>A batch as its phases would find it, without a store: pages of 200 files, and workers that settle a page some time after it is queued.</summary>
internal sealed class BatchWorld
{
    public const string Id = "0123456789abcdef0123456789abcdef";

    private readonly HashSet<int> settled = [];
    private readonly HashSet<int> looked = [];
    private int found;

    public BatchWorld(int pages, int seed = 0)
    {
        Pages = pages;
        Hub = new(seed);
        Hub.Activities[BatchActivities.PlanName] = _ => Plan();
        Hub.Activities[BatchActivities.EnqueueName] = json => Enqueue(PageOf(json));
        Hub.Activities[BatchActivities.IsSettledName] = json => IsSettled(PageOf(json));
        Hub.Activities[BatchActivities.ProgressName] = _ => Progress;
        Hub.Activities[BatchActivities.CancelName] = _ => TakeBack();
        Hub.Activities[BatchActivities.RequeueName] = _ => null;
        Hub.Activities[BatchActivities.FinishName] = _ => Finish();
    }

    public TaskHub Hub { get; }

    public int Pages { get; }

    public bool IsCancelling { get; set; }

    /// <summary>Pages whose workers do not tell when they are done.</summary>
    public Predicate<int> IsEventLost { get; set; } = _ => false;

    /// <summary>What happens when a page was queued.</summary>
    public Action<int> Enqueued { get; set; } = _ => { };

    public List<int> Queued { get; } = [];

    public int MostAtOnce { get; private set; }

    public int Finished { get; private set; }

    private BatchProgress Progress => new(found * 200, found == Pages, new BatchCounts { Changed = settled.Count * 200 }, Percent: 0, ItemsPerSecond: null, Eta: null);

    public HubInstance Run(int attempt = 1, string name = BatchOrchestration.Name)
    {
        var instance = Hub.Start(name, BatchInstances.Of(Id, attempt), new BatchInput(Id, IsRetry: attempt > 1));
        Hub.Run();
        return instance;
    }

    /// <summary>A step fails the first times that it is called.</summary>
    public void Fail(string activity, Exception failure, int times)
    {
        var works = Hub.Activities[activity];
        Hub.Activities[activity] = json => times-- > 0 ? throw failure : works(json);
    }

    private static int PageOf(string json) => JsonSerializer.Deserialize<BatchPage>(json)!.Number;

    private BatchStep Plan()
    {
        found = Math.Min(found + 3, Pages);
        return new(found, found == Pages, IsCancelling);
    }

    /// <summary>Where an event is lost, the first look comes too early.</summary>
    private bool IsSettled(int page) => settled.Contains(page) && (!IsEventLost(page) || !looked.Add(page));

    private object? Enqueue(int page)
    {
        if (IsCancelling)
        {
            settled.Add(page);
            return null;
        }

        if (Queued.Contains(page))
        {
            return null;
        }

        Queued.Add(page);
        MostAtOnce = Math.Max(MostAtOnce, Queued.Count - settled.Count);
        Hub.Soon(() => Settle(page));
        Enqueued(page);
        return null;
    }

    private void Settle(int page)
    {
        settled.Add(page);
        if (!IsEventLost(page))
        {
            Hub.Raise(BatchInstances.Of(new BatchPage(Id, page)), BatchInstances.PageDone);
        }
    }

    private object? TakeBack()
    {
        settled.UnionWith(IsCancelling ? Queued : []);
        return null;
    }

    private object? Finish()
    {
        Finished++;
        return null;
    }
}
