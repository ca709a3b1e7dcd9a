using ArrFunctions.Servarr;

namespace ArrFunctions.Setup;

/// <summary>What came of connecting an instance.</summary>
internal abstract record WebhookSetupOutcome
{
    private WebhookSetupOutcome()
    {
    }

    /// <param name="Url">Where it posts to.</param>
    /// <param name="IsNew">There was no connection before.</param>
    /// <param name="Events">The switches that were set.</param>
    /// <param name="Others">Names of other connections of the instance that post here too.</param>
    public sealed record Connected(Instance Instance, string Url, bool IsNew, IReadOnlyList<string> Events, IReadOnlyList<string> Others) : WebhookSetupOutcome;

    /// <param name="Code">Stable word for programs, camelCase.</param>
    /// <param name="Sentence">What happened and what to do.</param>
    public sealed record Failed(string Code, string Sentence) : WebhookSetupOutcome;
}
