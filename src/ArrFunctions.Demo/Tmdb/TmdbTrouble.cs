using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Tmdb;

/// <summary>How the fake TMDB fails.</summary>
public abstract record TmdbTrouble
{
    private TmdbTrouble()
    {
    }

    internal abstract Task AnswerAsync(HttpContext context);

    /// <summary>It answers with an error.</summary>
    /// <param name="RetryAfter">Seconds, or a date.</param>
    public sealed record Answers(int Status, string? RetryAfter = null) : TmdbTrouble
    {
        /// <summary>It does not answer before this.</summary>
        public Task After { get; init; } = Task.CompletedTask;

        internal override async Task AnswerAsync(HttpContext context)
        {
            await After.WaitAsync(context.RequestAborted);
            context.Response.Headers.RetryAfter = RetryAfter;
            await TmdbWire.Error(Status, string.Create(CultureInfo.InvariantCulture, $"{{\"status_code\":{(Status == 429 ? 25 : 11)},\"status_message\":\"no\",\"success\":false}}"))
                .ExecuteAsync(context);
        }
    }

    /// <summary>Something else answers in its place.</summary>
    public sealed record Speaks(int Status, string Body) : TmdbTrouble
    {
        internal override Task AnswerAsync(HttpContext context)
        {
            context.Response.StatusCode = Status;
            return context.Response.WriteAsync(Body);
        }
    }

    /// <summary>It takes the request and never answers.</summary>
    public sealed record Hangs : TmdbTrouble
    {
        internal override async Task AnswerAsync(HttpContext context)
        {
            var gone = new TaskCompletionSource();
            await using var registration = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        }
    }

    /// <summary>It cuts the connection.</summary>
    public sealed record CutsOff : TmdbTrouble
    {
        internal override Task AnswerAsync(HttpContext context)
        {
            context.Abort();
            return Task.CompletedTask;
        }
    }
}
