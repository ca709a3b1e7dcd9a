using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>How a disturbance shows.</summary>
internal static class DisturbedAnswer
{
    private const int Drip = 16;

    /// <param name="next">What would answer.</param>
    public static Task AnswerAsync(this Disturbance disturbance, HttpContext context, FakeServarr fake, RequestDelegate next) => disturbance switch
    {
        Disturbance.None => next(context),
        Disturbance.RefusesKey => WriteAsync(context, 401, body: "", type: null),
        Disturbance.Starting => WriteAsync(context, 503, $$"""{"errorMessage":"{{fake.App.Name}} is starting up, please try again later"}"""),
        Disturbance.Failing => WriteAsync(context, 500, """{"message":"It failed","description":"System.Exception: It failed\n at Somewhere()"}"""),
        Disturbance.FailingWithPage => WriteAsync(context, 500, "<html><body><h1>Internal Server Error</h1></body></html>", "text/html"),
        Disturbance.RateLimited => LimitAsync(context),
        Disturbance.AnswersPage => WriteAsync(context, 200, "<!doctype html><title>Sign in</title>", "text/html"),
        Disturbance.AnswersWrongJson => WriteAsync(context, 200, """[{"id":"seven","name":7},"what is this?"]"""),
        Disturbance.Redirects => RedirectAsync(context),
        Disturbance.CutOff => CutOffAsync(context, next),
        Disturbance.Dripping => DripAsync(context, fake, next),
        _ => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default),
    };

    private static async Task WriteAsync(HttpContext context, int status, string body, string? type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private static Task LimitAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "120";
        return WriteAsync(context, 429, body: "", type: null);
    }

    private static Task RedirectAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = $"/elsewhere{context.Request.Path}";
        return Task.CompletedTask;
    }

    private static async Task CutOffAsync(HttpContext context, RequestDelegate next)
    {
        var whole = await WholeAsync(context, next);
        await context.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private static async Task DripAsync(HttpContext context, FakeServarr fake, RequestDelegate next)
    {
        foreach (var piece in (await WholeAsync(context, next)).Chunk(Drip))
        {
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(fake.Disturbances.DripPause, fake.Settings.Clock, context.RequestAborted);
        }
    }

    /// <summary>What would be answered; its headers tell how long it is.</summary>
    private static async Task<byte[]> WholeAsync(HttpContext context, RequestDelegate next)
    {
        var (body, whole) = (context.Response.Body, new MemoryStream());
        context.Response.Body = whole;
        await next(context);
        context.Response.Body = body;
        context.Response.ContentLength = whole.Length;
        return whole.ToArray();
    }
}
