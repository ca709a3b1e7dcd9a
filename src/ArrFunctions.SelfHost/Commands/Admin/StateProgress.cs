using ArrFunctions.Ops.State;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary>Shows a person how far a move is.</summary>
internal sealed class StateProgress(Terminal terminal) : IStateObserver, IDisposable
{
    public void Begin(StateStep step, long? rows)
    {
        if (terminal.IsInteractive)
        {
            terminal.EndProgress();
            terminal.BeginProgress(rows, step switch
            {
                StateStep.Read => "rows read",
                StateStep.Check => "rows of the file checked",
                StateStep.Compare => "rows compared",
                StateStep.Write => "rows brought over",
                _ => "rows read back",
            });
        }
    }

    public void Advance() => terminal.Advance();

    public void Dispose() => terminal.EndProgress();
}
