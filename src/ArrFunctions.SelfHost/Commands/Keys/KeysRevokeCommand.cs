using System.CommandLine;
using ArrFunctions.Ops.Access;

namespace ArrFunctions.SelfHost.Commands.Keys;

/// <summary><c>keys revoke</c>: makes a key worthless at once.</summary>
internal static class KeysRevokeCommand
{
    public static Command Build(Terminal terminal)
    {
        var wanted = KeyState.Key();
        var (config, data) = (CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("revoke", "Make a key worthless at once.") { wanted, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            await using var state = await KeyState.OpenAsync(parsed.GetRequiredValue(data), options, cancellationToken);
            var (keys, name) = (state.Get<KeyStore>(), parsed.GetRequiredValue(wanted));
            if (await KeyState.FindAsync(keys, name, cancellationToken) is not { } key)
            {
                return KeyState.Unknown(name);
            }

            switch (await keys.DeleteAsync(key.Id, KeyState.Actor, cancellationToken))
            {
                case KeyDeletion.Deleted:
                    terminal.Line($"The key '{Terminal.Printable(key.Name)}' is worth nothing any more.");
                    return ExitCode.Success;
                case KeyDeletion.LastAdmin:
                    Terminal.Error("This is the last admin key that does not expire. Create another one first, or rotate this one.");
                    return ExitCode.Failure;
                default:
                    return KeyState.Unknown(name);
            }
        });
        return command;
    }
}
