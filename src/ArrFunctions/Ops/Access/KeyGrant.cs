using ArrFunctions.Servarr;

namespace ArrFunctions.Ops.Access;

/// <summary>What a key that is to be made may do, under which name, for how long, and for which instance.</summary>
internal sealed record KeyGrant(string Name, Role Role)
{
    public DateTimeOffset? Expires { get; init; }

    public string? Instance { get; init; }

    /// <summary>What is wrong with it: a stable word and a sentence; null: nothing.</summary>
    public (string Code, string Sentence)? Objection(ServarrOptions servarr, DateTimeOffset now) =>
        !KeyName.IsValid(Name) ? ("keyNameInvalid", "The name of a key has 1 to 64 printable characters, and no blank at its ends.")
        : Expires <= now ? ("keyExpires", "The key would have expired already. Give a time that is to come, or none.")
        : Instance is null ? null
        : Role is not Role.Webhook ? ("keyInstance", "Only a key with the role webhook can be bound to an instance.")
        : servarr.Instances.Any(instance => instance.Name == Instance) ? null
        : ("unknownInstance", KnownInstances.Unknown(Instance, servarr));
}
