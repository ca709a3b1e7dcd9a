using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>JSON that is sent while it is written.</summary>
/// <param name="IsList">Else there is one item, which stands alone.</param>
internal sealed record StreamedAnswer<T>(IReadOnlyList<T> Items, Action<Utf8JsonWriter, T> Write, bool IsList) : IResult
{
    private const int Piece = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        var body = httpContext.Response.BodyWriter;
        await using var json = new Utf8JsonWriter(body, WireJson.Options);
        if (IsList)
        {
            json.WriteStartArray();
        }

        var sent = 0L;
        foreach (var item in Items)
        {
            Write(json, item);
            if (json.BytesCommitted + json.BytesPending - sent >= Piece)
            {
                sent = await SendAsync();
            }
        }

        if (IsList)
        {
            json.WriteEndArray();
        }

        await SendAsync();

        async Task<long> SendAsync()
        {
            await json.FlushAsync(httpContext.RequestAborted);
            await body.FlushAsync(httpContext.RequestAborted);
            return json.BytesCommitted;
        }
    }
}
