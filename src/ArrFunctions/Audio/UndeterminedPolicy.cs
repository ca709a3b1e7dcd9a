namespace ArrFunctions.Audio;

/// <summary>What a track without a known language (und) counts as (<c>Audio:Undetermined</c>).</summary>
public enum UndeterminedPolicy
{
    /// <summary>It answers no wanted language.</summary>
    Ignore,

    /// <summary>It counts as the original language, after every track that says so itself.</summary>
    AsOriginal,

    /// <summary>It counts as the first wanted language if it is the only audio track of the file.</summary>
    OnlyIfSingle,
}
