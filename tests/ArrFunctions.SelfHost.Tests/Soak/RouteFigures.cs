using System.Globalization;
using System.Net;

namespace ArrFunctions.SelfHost.Tests.Soak;

/// <summary>How often a route was asked, how long each answer took, and what it was.</summary>
internal sealed class RouteFigures
{
    private readonly Lock gate = new();
    private readonly List<float> milliseconds = [];
    private readonly SortedDictionary<int, int> statuses = [];

    public int Count
    {
        get
        {
            lock (gate)
            {
                return milliseconds.Count;
            }
        }
    }

    public int Of(HttpStatusCode status)
    {
        lock (gate)
        {
            return statuses.GetValueOrDefault((int)status);
        }
    }

    public void Add(TimeSpan time, HttpStatusCode status)
    {
        lock (gate)
        {
            milliseconds.Add((float)time.TotalMilliseconds);
            statuses[(int)status] = statuses.GetValueOrDefault((int)status) + 1;
        }
    }

    /// <param name="share">0.5 for the median, 1 for the longest.</param>
    public double Percentile(double share)
    {
        lock (gate)
        {
            return milliseconds.Order().ElementAt(Math.Min(milliseconds.Count - 1, (int)(milliseconds.Count * share)));
        }
    }

    /// <summary>A line of a table.</summary>
    public string Row(string route)
    {
        var told = string.Join(", ", statuses.Select(static status => string.Create(CultureInfo.InvariantCulture, $"{status.Key}: {status.Value}")));
        return string.Create(CultureInfo.InvariantCulture, $"| `{route}` | {Count} | {Percentile(0.5):0.0} | {Percentile(0.99):0.0} | {Percentile(1):0.0} | {told} |");
    }
}
