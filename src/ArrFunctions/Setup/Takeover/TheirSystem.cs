namespace ArrFunctions.Setup.Takeover;

/// <summary>A program whose work is done here now.</summary>
internal enum TheirSystem
{
    AiArrControl,
    ArrTheAudio,
    ArrScoreExporter,
}
