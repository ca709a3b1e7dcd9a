using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;

namespace ArrFunctions.Tests.Metadata.Tmdb;

/// <summary>
/// Hears all activities, metrics, diagnostic events and events of the runtime's HTTP in this process. The server's side is left out: it is
/// the fake, which is sent the key.
/// </summary>
internal sealed class Eavesdropper : EventListener
{
    private readonly ConcurrentQueue<string> heard = new();
    private readonly ActivityListener activities;
    private readonly MeterListener meters = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    /// <param name="hearsRequests">Also what is told within the process alone: the requests themselves, with their headers.</param>
    public Eavesdropper(bool hearsRequests = true)
    {
        activities = new()
        {
            ShouldListenTo = source => !IsServer(source.Name),
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Hear($"{activity.Source.Name} {activity.DisplayName} {Tags(activity.TagObjects)} {Tags(activity.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value)))} {string.Join(' ', activity.Events.Select(each => $"{each.Name} {Tags(each.Tags)}"))}"),
        };
        ActivitySource.AddActivityListener(activities);
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (!IsServer(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear($"{instrument.Name} {value} {Tags(tags.ToArray())}"));
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear($"{instrument.Name} {value} {Tags(tags.ToArray())}"));
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Hear($"{instrument.Name} {value} {Tags(tags.ToArray())}"));
        meters.Start();
        if (!hearsRequests)
        {
            return;
        }

        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(listener =>
        {
            if (!IsServer(listener.Name))
            {
                subscriptions.Add(listener.Subscribe(new Observer<KeyValuePair<string, object?>>(each => Hear($"{each.Key} {each.Value}"))));
            }
        })));
    }

    public string Text => string.Join('\n', heard);

    public void Hear(object? said) => heard.Enqueue($"{said}");

    public override void Dispose()
    {
        activities.Dispose();
        meters.Dispose();
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }

        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Http" or "System.Net.Sockets" or "System.Net.NameResolution" or "System.Net.Security" || eventSource.Name.Contains("Polly", StringComparison.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.LogAlways);
        }
    }

    // The base constructor calls this before the fields are there.
    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        heard?.Enqueue($"{eventData.EventSource.Name} {eventData.EventName} {string.Join(' ', eventData.Payload ?? new([]))}");

    private static bool IsServer(string name) => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

    private static string Tags(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    private sealed class Observer<T>(Action<T> next) : IObserver<T>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(T value) => next(value);
    }
}
