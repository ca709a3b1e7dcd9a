using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Demo.Notifications;

/// <summary>What the fakes of services that are notified have in common: they keep what came, look at it as the real ones do, and can be in trouble.</summary>
public abstract class FakeTarget : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<TargetRequest> requests = new();

    private protected FakeTarget()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Services.AddRoutingCore();
        server = builder.Build();
        server.Run(ReceiveAsync);
    }

    /// <summary>What a user copies into the settings, with its secret.</summary>
    public Uri Url => new(Root, Path);

    /// <summary>Secret, within <see cref="Url"/> or beside it.</summary>
    public string Secret { get; } = $"s3cret{Guid.NewGuid():N}";

    /// <summary>All that came, in that order, refused ones too.</summary>
    public IReadOnlyList<TargetRequest> Requests => [.. requests];

    /// <summary>What was taken.</summary>
    public IReadOnlyList<TargetRequest> Taken => [.. taken];

    /// <summary>What happens to a request before it is looked at: it may take its time, and be answered otherwise.</summary>
    public Func<TargetRequest, CancellationToken, Task<TargetAnswer?>> Trouble { get; set; } = static (_, _) => Task.FromResult<TargetAnswer?>(null);

    private protected Uri Root { get; private set; } = null!;

    /// <summary>Of <see cref="Url"/>.</summary>
    private protected abstract string Path { get; }

    private readonly ConcurrentQueue<TargetRequest> taken = new();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return server.DisposeAsync();
    }

    /// <summary>Nobody listens any more.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => server.StopAsync(cancellationToken);

    /// <summary>Looks at a request as the service does.</summary>
    private protected abstract TargetAnswer Answer(TargetRequest request);

    private protected async Task ListenAsync(CancellationToken cancellationToken)
    {
        await server.StartAsync(cancellationToken);
        Root = new(server.Urls.Single());
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        requests.Enqueue(request);
        var answer = await Trouble(request, context.RequestAborted);
        if (answer is { Status: 0 })
        {
            context.Abort();
            return;
        }

        if (answer is null && (answer = Answer(request)) is { Status: < 300, IsTaken: true })
        {
            taken.Enqueue(request);
        }

        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (answer.Location is { } elsewhere)
        {
            context.Response.Headers.Location = elsewhere;
        }

        if (answer.Status is not StatusCodes.Status204NoContent)
        {
            context.Response.ContentType = answer.Type;
            await context.Response.WriteAsync(answer.Body, context.RequestAborted);
        }
    }

    private static async Task<TargetRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var parts = new List<TargetPart>();
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            parts.AddRange(form.Select(static field => new TargetPart(field.Key, FileName: null, System.Text.Encoding.UTF8.GetBytes(field.Value.ToString()))));
            foreach (var file in form.Files)
            {
                using var content = new MemoryStream();
                await file.CopyToAsync(content, context.RequestAborted);
                parts.Add(new(file.Name, file.FileName, content.ToArray()));
            }
        }
        else
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }

        return new(
            context.Request.Method,
            new Uri(context.Request.GetEncodedUrl()).PathAndQuery,
            context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray(),
            parts);
    }
}

/// <summary>What a fake answers.</summary>
/// <param name="Status">0: it breaks the connection.</param>
/// <param name="RetryAfter">Seconds, as its header; null: none.</param>
/// <param name="Location">Where it sends its caller; null: nowhere.</param>
public sealed record TargetAnswer(int Status, string Body = "", string Type = "application/json", int? RetryAfter = null, string? Location = null)
{
    /// <summary>Not so where a service answers what it refuses with a success.</summary>
    public bool IsTaken { get; init; } = true;
}
