using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>What is wrong with a fake application, whatever it is asked.</summary>
public enum Disturbance
{
    None,

    /// <summary>401: it has another key now.</summary>
    RefusesKey,

    /// <summary>503, as while it starts.</summary>
    Starting,

    /// <summary>500, with a stack trace.</summary>
    Failing,

    /// <summary>A page of something that stands before it.</summary>
    AnswersPage,

    /// <summary>307 to another place.</summary>
    Redirects,

    /// <summary>It takes requests and never answers.</summary>
    Silent,
}

/// <summary>How each of them shows.</summary>
internal static class Disturbances
{
    public static Task AnswerAsync(this Disturbance disturbance, HttpContext context, string app) => disturbance switch
    {
        Disturbance.RefusesKey => WriteAsync(context, 401, body: "", type: null),
        Disturbance.Starting => WriteAsync(context, 503, $$"""{"errorMessage":"{{app}} is starting up, please try again later"}"""),
        Disturbance.Failing => WriteAsync(context, 500, """{"message":"It failed","description":"System.Exception: It failed\n at Somewhere()"}"""),
        Disturbance.AnswersPage => WriteAsync(context, 200, "<!doctype html><title>Sign in</title>", "text/html"),
        Disturbance.Redirects => RedirectAsync(context),
        _ => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default),
    };

    private static async Task WriteAsync(HttpContext context, int status, string body, string? type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private static Task RedirectAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = $"/elsewhere{context.Request.Path}";
        return Task.CompletedTask;
    }
}
