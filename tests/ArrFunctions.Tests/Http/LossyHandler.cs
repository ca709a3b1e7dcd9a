namespace ArrFunctions.Tests.Http;

/// <summary>A network on which some answers are lost after the host did what it was asked.</summary>
internal sealed class LossyHandler : DelegatingHandler
{
    private int requests;

    public int LosesEvery { get; init; } = 3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (++requests % LosesEvery != 0)
        {
            return answer;
        }

        answer.Dispose();
        throw new HttpRequestException("The connection was cut off.");
    }
}
