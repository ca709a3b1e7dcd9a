namespace ArrFunctions.SelfHost.Commands;

/// <summary>Settings or options have values that mean nothing.</summary>
/// <param name="errors">Sentences; each names one and tells what is allowed.</param>
internal sealed class SettingException(params IReadOnlyList<string> errors) : Exception(string.Join('\n', errors))
{
    public IReadOnlyList<string> Errors => errors;
}
