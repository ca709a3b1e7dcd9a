namespace ArrFunctions.Audio.Rewrites;

/// <summary>What is done when a tool would put the headers behind the media, where some players do not look.</summary>
public enum MovedHeaderPolicy
{
    /// <summary>The tool's result is thrown away, and the next one tried.</summary>
    Refuse,

    Allow,
}
