using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Ops.Notifications;

/// <summary>The list <c>Notifications:Targets</c>.</summary>
internal static class NotificationTargetSettings
{
    private const string List = "Notifications:Targets";

    private static readonly Setting<NotificationTargetKind> Kind = new(
        $"{List}:{{N}}:Kind", SettingKinds.Choice<NotificationTargetKind>(), Default: null, "`apprise`, `discord`, `slack`, `ntfy`, `smtp`, `webhook`; for signs of life `healthchecks` or `kuma`");

    private static readonly Setting<string> Name = new(
        $"{List}:{{N}}:Name", SettingKinds.Slug, Default: null, "name in rules and logs, unique over all targets; may be left out where it is the only one of its kind");

    private static readonly Setting<Uri> Url = new($"{List}:{{N}}:Url", NotificationSettingKinds.Address, Default: null, "where messages are sent; `smtp://` or `smtps://` with host and port for mail");

    private static readonly Setting<string> Token = new($"{List}:{{N}}:Token", SettingKinds.Secret, Default: null, "access token of ntfy, secret that signs what a webhook gets, bearer token before Apprise API, password of the mail server");

    private static readonly Setting<string> User = new(
        $"{List}:{{N}}:User", SettingKinds.Text("is no user name: it is too long, or has a control character in it", static text => text.Length is > 0 and <= 254 && !text.Any(char.IsControl)), Default: null, "user name at the mail server");

    private static readonly Setting<string> From = new($"{List}:{{N}}:From", NotificationSettingKinds.MailAddress, Default: null, "address that mail comes from");

    private static readonly ListSetting<string> To = new($"{List}:{{N}}:To", NotificationSettingKinds.MailAddress, Default: null, "addresses that mail goes to");

    private static readonly Setting<string> Tag = new(
        $"{List}:{{N}}:Tag", SettingKinds.Text("is no list of tags of Apprise", static text => text.Length is > 0 and <= 200 && !text.Any(char.IsControl)), Default: null, "tags of Apprise API that are addressed");

    private static readonly Setting<string> Schedule = new(
        $"{List}:{{N}}:Schedule", SettingKinds.Slug, Default: null, "the schedule whose runs a check or a monitor watches; none: whether the service is healthy");

    private static readonly Setting<bool> Attach = new($"{List}:{{N}}:Attach", SettingKinds.Switch, "true", "whether files such as the report of an export go along, where the service takes them");

    public static IReadOnlyList<Setting> All { get; } = [Kind, Name, Url, Token, User, From, To, Tag, Schedule, Attach];

    public static IReadOnlyList<NotificationTarget> Read(SettingReader settings)
    {
        var drafts = settings.Places(List).Select(place => Read(settings, place)).ToList();
        foreach (var alike in drafts.Where(static draft => draft.Kind is not null).GroupBy(static draft => draft.Kind).Where(static alike => alike.Count() > 1))
        {
            foreach (var draft in alike.Where(draft => !settings.Has(Name.At(draft.Place))))
            {
                settings.Refuse($"{Name.At(draft.Place).Key} is missing. There are {alike.Count()} targets of the kind {alike.Key}, so each needs a name.");
            }
        }

        var targets = drafts.Select(static draft => draft.Target).OfType<NotificationTarget>().ToList();
        foreach (var same in targets.GroupBy(static target => target.Name, StringComparer.Ordinal).Where(static same => same.Count() > 1))
        {
            settings.Refuse($"{string.Join(" and ", same.Select(static target => target.Variable))} have the same name, '{same.Key}'. Names are unique over all targets.");
        }

        return targets;
    }

    /// <summary>A check that watches a schedule which there is not would wait for ever.</summary>
    /// <param name="known">Names of all schedules.</param>
    public static void RefuseUnknownSchedules(SettingReader settings, NotificationsOptions options, IReadOnlyList<string> known)
    {
        foreach (var target in options.Targets.Where(target => target.Schedule is not null && !known.Contains(target.Schedule, StringComparer.Ordinal)))
        {
            settings.Refuse($"{target.Variable}__Schedule: no schedule is called '{target.Schedule}'; there are {string.Join(", ", known)}.");
        }
    }

    private static Draft Read(SettingReader settings, int place)
    {
        foreach (var required in (Setting[])[Kind.At(place), Url.At(place)])
        {
            if (!settings.Has(required))
            {
                settings.Refuse($"{required.Key} is missing. A target of notifications needs Kind and Url.");
            }
        }

        var attach = settings.Get(Attach.At(place));
        var (name, token, user, from) = (Get(Name), Get(Token), Get(User), Get(From));
        var (to, tag, schedule) = (settings.Get(To.At(place)), Get(Tag), Get(Schedule));
        var hasKind = settings.TryGet(Kind.At(place), out var kind);
        if (!settings.TryGet(Url.At(place), out var url) || !hasKind)
        {
            return new(place, hasKind ? kind : null, Target: null);
        }

        var target = new NotificationTarget
        {
            Name = name ?? kind.ToString().ToLowerInvariant(), Kind = kind, Url = url, Token = token, User = user, From = from, To = to, Tag = tag,
            Schedule = schedule, Attach = attach, Variable = SettingKey.ToVariable($"{List}:{place}"),
        };
        RefuseContradictions(settings, place, target);
        return new(place, kind, target);

        string? Get(Setting<string> setting) => settings.TryGet(setting.At(place), out var value) ? value : null;
    }

    private static void RefuseContradictions(SettingReader settings, int place, NotificationTarget target)
    {
        var isMail = target.Kind is NotificationTargetKind.Smtp;
        if (isMail != (target.Url.Scheme is "smtp" or "smtps"))
        {
            settings.Refuse($"{settings.NameOf(Url.At(place))} does not fit the kind {target.Kind}: " + (isMail ? "write smtp:// or smtps:// with host and port." : "write http:// or https://."));
        }

        if (isMail && (target.From is null || target.To is []))
        {
            settings.Refuse($"{(target.From is null ? From.At(place).Key : To.At(place).Key)} is missing. Mail needs From and To.");
        }

        if (!target.IsHeartbeat && target.Schedule is not null)
        {
            settings.Refuse($"{settings.NameOf(Schedule.At(place))} is for the kinds healthchecks and kuma. Which events {target.Name} is told of is said by Notifications:Rules.");
        }
    }

    private sealed record Draft(int Place, NotificationTargetKind? Kind, NotificationTarget? Target);
}
