namespace ArrFunctions.Metadata.Tmdb;

/// <summary>TMDB gave no answer; the message is for people, without a full stop and without a secret.</summary>
/// <param name="retryAfter">How long TMDB asks to be left alone; null: it does not say.</param>
internal sealed class TmdbException(string message, TmdbFault fault, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public TmdbFault Fault => fault;

    public TimeSpan? RetryAfter => retryAfter;
}
