namespace ArrFunctions.Demo.Servarr;

/// <summary>What a fake application was asked over HTTP, whatever came of it.</summary>
public sealed class RequestLog
{
    private readonly List<ServarrRequest> requests = [];

    public IReadOnlyList<ServarrRequest> All
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    /// <param name="path">With the root of the API, without a query: <c>/api/v3/indexer</c>.</param>
    public int Count(HttpMethod method, string path)
    {
        lock (requests)
        {
            return requests.Count(request => request == new ServarrRequest(method.Method, path));
        }
    }

    public void Clear()
    {
        lock (requests)
        {
            requests.Clear();
        }
    }

    internal void Add(string method, string path)
    {
        lock (requests)
        {
            requests.Add(new(method, path));
        }
    }
}
