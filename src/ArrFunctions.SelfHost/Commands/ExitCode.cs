namespace ArrFunctions.SelfHost.Commands;

/// <summary>Exit codes of every command; docs/cli.md tells them to users.</summary>
internal static class ExitCode
{
    /// <summary>Every file is right, was changed, would be changed in a dry run, or needs nothing.</summary>
    public const int Success = 0;

    /// <summary>At least one file failed, or the command could not do its work.</summary>
    public const int Failure = 1;

    /// <summary>The command line or a setting is wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>Nothing failed, but at least one file has to wait.</summary>
    public const int Waiting = 3;

    /// <summary>An export has gaps: some movies or series could not be fetched. The next export fetches them. Or an import left a setting out.</summary>
    public const int Partial = 4;

    /// <summary>Stopped by Ctrl+C or SIGTERM; the file in hand was finished first.</summary>
    public const int Cancelled = 130;
}
