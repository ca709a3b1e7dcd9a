using System.Runtime.InteropServices;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>Takes Ctrl+C and SIGTERM from its making on, for the service. What the command line has for them ends the process at once while a command has not waited for anything yet, which is the whole start.</summary>
internal sealed class EarlyStop : IDisposable
{
    private readonly CancellationTokenSource source;
    private readonly PosixSignalRegistration[] registrations;

    /// <param name="cancellationToken">Stops it too.</param>
    public EarlyStop(CancellationToken cancellationToken)
    {
        source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        source.Cancel();
    }
}
