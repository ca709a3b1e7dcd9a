using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Sets and removes stored settings, all that are named or none: together with the other sources they have to be valid.</summary>
internal sealed class ConfigurationChange(LiveConfiguration live, ConfigurationReload reload, StoredSettings stored, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>Each has an event in the same batch.</summary>
    public const int MostSettings = 50;

    private const int Attempts = 5;

    /// <param name="wanted">Texts by key, in any case of letters; null removes the stored value.</param>
    /// <param name="etag">Of the stored values as the caller saw them; null: whatever they are.</param>
    /// <param name="actor">Who asks for it.</param>
    /// <param name="cancellationToken">Counts until the writing begins.</param>
    /// <exception cref="StoreException">The state cannot be read or written.</exception>
    public Task<ChangeOutcome> RunAsync(IReadOnlyDictionary<string, IReadOnlyList<string>?> wanted, string? etag, string actor, CancellationToken cancellationToken) =>
        RunAsync(wanted, etag, actor, told: null, cancellationToken);

    /// <inheritdoc cref="RunAsync(IReadOnlyDictionary{string, IReadOnlyList{string}}, string, string, CancellationToken)"/>
    /// <param name="told">What the settings mean together; it is told with them. Null: nothing.</param>
    public async Task<ChangeOutcome> RunAsync(
        IReadOnlyDictionary<string, IReadOnlyList<string>?> wanted, string? etag, string actor, ChangeNote? told, CancellationToken cancellationToken)
    {
        var findings = new Findings();
        var named = StorableKeys.Of(wanted, live.State.Wanted.Sources, findings);
        if (findings.HasErrors)
        {
            return new ChangeOutcome.Invalid(findings.All);
        }

        try
        {
            for (var attempt = 1; ; attempt++)
            {
                if (await TryAsync(named, etag, actor, told, cancellationToken) is { } outcome)
                {
                    return outcome;
                }

                if (etag is not null || attempt == Attempts)
                {
                    return new ChangeOutcome.Conflict();
                }
            }
        }
        catch (SecretBoxException failure)
        {
            findings.Refuse("noSecretKey", failure.Message);
            return new ChangeOutcome.Invalid(findings.All);
        }
    }

    /// <returns>Null when somebody else wrote meanwhile.</returns>
    private async Task<ChangeOutcome?> TryAsync(
        IReadOnlyDictionary<KnownKey, IReadOnlyList<string>?> named, string? etag, string actor, ChangeNote? told, CancellationToken cancellationToken)
    {
        var before = StoredValues.None;
        var (result, after) = await reload.ReadAsync(values => Change(before = values, named), cancellationToken);
        if (etag is not null && etag != StoredTag.Of(before))
        {
            return null;
        }

        var kept = new Findings();
        KeptSecrets.Refuse(named, before, live.State.Wanted.Layers, kept);
        if (kept.HasErrors)
        {
            return new ChangeOutcome.Invalid(kept.All);
        }

        if (result is ConfigurationResult.Invalid)
        {
            return new ChangeOutcome.Invalid(result.Findings);
        }

        if (!StoredSettings.Fits(after))
        {
            return new ChangeOutcome.Invalid([new(FindingSeverity.Error, "tooMuch", "So many settings cannot be stored. Write them into config.yaml.")]);
        }

        var valid = (ConfigurationResult.Valid)result;
        var changed = named.Keys.Where(known => IsChanged(known, before, after)).ToList();
        if (changed.Count > 0)
        {
            var events = changed.ConvertAll(known => ToEvent(known, before, after, actor));
            events.AddRange(told is null ? [] : [told.ToEvent(actor, clock.GetUtcNow())]);
            if (!await stored.TryWriteAsync(after, signal, events, cancellationToken))
            {
                return null;
            }
        }

        await reload.RunAsync(actor, CancellationToken.None);
        var tag = StoredTag.Of(await stored.ReadAsync(CancellationToken.None));
        return new ChangeOutcome.Changed(tag, [.. named.Keys.Select(known => Told(known, valid, changed.Contains(known)))]);
    }

    private StoredValues Change(StoredValues values, IReadOnlyDictionary<KnownKey, IReadOnlyList<string>?> named)
    {
        var texts = values.Texts.Where(static known => SettingCatalogue.Find(known.Key) is not null).ToDictionary(StringComparer.Ordinal);
        foreach (var (known, wanted) in named)
        {
            texts.Remove(known.Key);
            if (wanted is not null)
            {
                texts[known.Key] = stored.Protect(known, wanted);
            }
        }

        return values with { Texts = texts };
    }

    /// <summary>A secret that is set counts as changed: what it was is not compared.</summary>
    private static bool IsChanged(KnownKey known, StoredValues before, StoredValues after) =>
        !(before.Texts.GetValueOrDefault(known.Key) ?? []).SequenceEqual(after.Texts.GetValueOrDefault(known.Key) ?? [], StringComparer.Ordinal);

    private ChangedSetting Told(KnownKey known, ConfigurationResult.Valid valid, bool isChanged) =>
        valid.Layers.Find(known.Key) is { Entry: { Source: > SettingSource.Stored } entry } ? new(known.Key, "overridden", entry.Place)
        : !isChanged ? new(known.Key, "unchanged", By: null)
        : new(known.Key, SettingDifference.Effect(known.Key, live.State), By: null);

    private EventRecord ToEvent(KnownKey known, StoredValues before, StoredValues after, string actor)
    {
        var (from, to) = (Shown(known, before), Shown(known, after));
        var now = clock.GetUtcNow();
        return new()
        {
            Id = EventRecord.NewId(now),
            Time = now,
            Name = "config.changed",
            Subject = $"setting:{known.Key}",
            Actor = actor,
            Message = !after.Texts.ContainsKey(known.Key) ? $"The stored value of {known.Key} was removed."
                : known.Setting.IsSecret ? $"{known.Key} was set to another secret."
                : $"{known.Key} was set to {to}.",
            Before = from,
            After = to,
        };
    }

    private static string? Shown(KnownKey known, StoredValues values) =>
        values.Texts.GetValueOrDefault(known.Key) is not { } texts ? null : known.Setting.IsSecret ? ShownSetting.Hidden : string.Join(',', texts);
}
