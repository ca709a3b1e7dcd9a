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

    /// <param name="path">With the root of the API; whatever is below it is counted too: <c>/api/v3/moviefile</c> counts <c>/api/v3/moviefile/7</c>.</param>
    public int CountBelow(string path)
    {
        lock (requests)
        {
            var count = 0;
            foreach (var request in requests)
            {
                count += IsBelow(request.Path, path) ? 1 : 0;
            }

            return count;
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

    private static bool IsBelow(string path, string root) =>
        path.StartsWith(root, StringComparison.OrdinalIgnoreCase) && (path.Length == root.Length || path[root.Length] == '/');
}
