using System.CommandLine;
using ArrFunctions.Ops.Access;

namespace ArrFunctions.SelfHost.Commands.Keys;

/// <summary><c>keys rotate</c>: gives a key a new text.</summary>
internal static class KeysRotateCommand
{
    public static Command Build(Terminal terminal)
    {
        var wanted = KeyState.Key();
        var overlap = new Option<string?>("--overlap") { Description = "How long the old text works on, up to 7d. Default: not at all.", HelpName = "TIME" };
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("rotate", "Give a key a new text. It is shown this once.") { wanted, overlap, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (!KeyEndpoints.TryReadOverlap(parsed.GetValue(overlap), out var length))
            {
                throw new SettingException("--overlap is no length of time from 0s to 7d; write 1h or 2d.");
            }

            var options = CommandConfiguration.Read(parsed, config, data).Options;
            await using var state = await KeyState.OpenAsync(parsed.GetRequiredValue(data), options, cancellationToken);
            var (keys, text, name) = (state.Get<KeyStore>(), KeyText.New(), parsed.GetRequiredValue(wanted));
            var rotation = await KeyState.FindAsync(keys, name, cancellationToken) is { } key
                ? await keys.RotateAsync(key.Id, text, length, KeyState.Actor, cancellationToken)
                : new KeyRotation.NotFound();
            switch (rotation)
            {
                case KeyRotation.Rotated rotated:
                    KeyShown.Write(rotated.Key, text, parsed.GetValue(json));
                    return ExitCode.Success;
                case KeyRotation.Replaced replaced:
                    Terminal.Error($"This key was rotated before. Rotate its successor {replaced.Key.ReplacedBy}.");
                    return ExitCode.Failure;
                case KeyRotation.Expired:
                    Terminal.Error("This key has expired. Revoke it and create another one.");
                    return ExitCode.Failure;
                default:
                    return KeyState.Unknown(name);
            }
        });
        return command;
    }
}
