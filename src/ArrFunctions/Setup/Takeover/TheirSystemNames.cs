namespace ArrFunctions.Setup.Takeover;

/// <summary>What the other programs are called.</summary>
internal static class TheirSystemNames
{
    /// <summary>As its people write it.</summary>
    public static string Name(this TheirSystem system) => system switch
    {
        TheirSystem.AiArrControl => "AI Arr Control",
        TheirSystem.ArrTheAudio => "ArrTheAudio",
        _ => "Arr Score Exporter",
    };

    /// <summary>As commands and events write it.</summary>
    public static string Word(this TheirSystem system) => system switch
    {
        TheirSystem.AiArrControl => "ai-arr-control",
        TheirSystem.ArrTheAudio => "arrtheaudio",
        _ => "arr-score-exporter",
    };
}
