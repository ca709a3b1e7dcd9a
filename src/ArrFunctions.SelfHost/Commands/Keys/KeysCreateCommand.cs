using System.CommandLine;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.SelfHost.Commands.Keys;

/// <summary><c>keys create</c>: makes a key and shows it once; who may write to the data folder needs none for it.</summary>
internal static class KeysCreateCommand
{
    public static Command Build(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "What the key is called." };
        var role = new Option<Role>("--role") { Description = "What it may do: webhook, read, operate or admin.", HelpName = "ROLE", Required = true };
        var expires = new Option<string?>("--expires") { Description = "How long it works, such as 90d. Default: for ever.", HelpName = "TIME" };
        var instance = InstanceOption.Of("The one instance that a webhook key may post for. Default: all.");
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("create", "Make a key. It is shown this once.") { name, role.AcceptOnlyFromAmong("webhook", "read", "operate", "admin"), expires, instance, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            var now = TimeProvider.System.GetUtcNow();
            var grant = new KeyGrant(parsed.GetRequiredValue(name), parsed.GetRequiredValue(role))
            {
                Expires = Length(parsed.GetValue(expires)) is { } length ? now + length : null,
                Instance = parsed.GetValue(instance),
            };
            if (grant.Objection(options.Servarr, now) is var (_, sentence))
            {
                throw new SettingException(sentence);
            }

            await using var state = await KeyState.OpenAsync(parsed.GetRequiredValue(data), options, cancellationToken);
            var text = KeyText.New();
            if (await state.Get<KeyStore>().AddAsync(text, grant, KeyState.Actor, cancellationToken) is not { } key)
            {
                Terminal.Error($"There is a key with the name '{Terminal.Printable(grant.Name)}'. Take another name, rotate that key, or revoke it first.");
                return ExitCode.Failure;
            }

            KeyShown.Write(key, text, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    private static TimeSpan? Length(string? text) =>
        text is null ? null
        : Units.TryReadDuration(text, out var length) && length > TimeSpan.Zero && length <= TimeSpan.FromDays(36_500) ? length
        : throw new SettingException($"--expires: '{text}' is no length of time; write 12h, 90d or 365d.");
}
