using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Health;

namespace ArrFunctions.SelfHost.Commands.Admin.Doctor;

/// <summary>A line of <c>admin doctor</c>.</summary>
/// <param name="Level"><c>right</c>, <c>warning</c> or <c>wrong</c>.</param>
/// <param name="Check">What was looked at: <c>disk:data</c>.</param>
/// <param name="Text">What was found, and to what; where something is wrong, also what to do. Never a secret.</param>
/// <param name="Fix">The command or setting that mends it, where there is one.</param>
internal sealed record DoctorFinding(string Level, string Check, string Text, string? Fix = null)
{
    private const string RightWord = "right", WarningWord = "warning", WrongWord = "wrong";

    public bool IsWrong => Level is WrongWord;

    public bool IsRight => Level is RightWord;

    public static DoctorFinding Right(string check, string text) => new(RightWord, check, text);

    public static DoctorFinding Warning(string check, string text, string? fix = null) => new(WarningWord, check, text, fix);

    public static DoctorFinding Wrong(string check, string text, string? fix = null) => new(WrongWord, check, text, fix);

    public static DoctorFinding Of(string check, HealthFinding found) => found.Status is HealthStatus.Healthy ? Right(check, found.Reason) : Wrong(check, found.Reason);

    public static DoctorFinding Of(Finding found) =>
        new(found.IsError ? WrongWord : WarningWord, found.Key is { } key ? $"setting:{key}" : "configuration", found.Message, found.Key);
}
