using System.Text.RegularExpressions;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class NotificationsSettingsTests
{
    private const string Secret = "q8Zr1VbX0mKt7LwE3nYp";

    [Fact]
    public void All_is_read()
    {
        using var folder = new Configured();
        var options = folder.YamlOptions(
            $"""
            Http:
              PublicUrl: https://arr.example.org/x/
            Notifications:
              Targets:
                - Kind: discord
                  Url: https://discord.test/api/webhooks/1/{Secret}
                - Kind: smtp
                  Name: mail
                  Url: smtp://mail.test:587
                  User: house
                  From: house@example.org
                  To: [me@example.org, you@example.org]
                  Attach: false
                - Kind: kuma
                  Url: http://kuma:3001/api/push/{Secret}?status=up&msg=OK&ping=
                  Schedule: library-export
              Rules:
                - Events: job., indexer.disabled
                  Severity: warning
                  Targets: [mail]
                  When: digest
              QuietHours: 22:00-07:00
              TimeZone: Europe/Berlin
              UrgentFrom: warning
              RepeatAfter: 1h
            """,
            ("Notifications__Targets__1__Token", "password"));

        var (notifications, rule) = (options.Notifications, Assert.Single(options.Notifications.Rules));
        Assert.Equal(["discord (Discord at discord.test)", "mail (Smtp at mail.test)", "kuma (Kuma at kuma)"], notifications.Targets.Select(static target => target.ToString()));
        Assert.Equal(("password", "house", "house@example.org", false), (notifications.Targets[1].Token, notifications.Targets[1].User, notifications.Targets[1].From, notifications.Targets[1].Attach));
        Assert.Equal(["me@example.org", "you@example.org"], notifications.Targets[1].To);
        Assert.Equal("library-export", notifications.Targets[2].Schedule);
        Assert.Equal(["job.", "indexer.disabled"], rule.Events);
        Assert.Equal((EventSeverity.Warning, "mail", NotificationTime.Digest), (rule.Severity, rule.Targets[0], rule.When));
        Assert.Equal((new TimeOnly(22, 0), new TimeOnly(7, 0), "Europe/Berlin"), (notifications.QuietHours!.From, notifications.QuietHours.To, notifications.QuietHours.Zone.Id));
        Assert.Equal((EventSeverity.Warning, TimeSpan.FromHours(1)), (notifications.UrgentFrom, notifications.RepeatAfter));
        Assert.Equal("https://arr.example.org/x", options.Http.PublicUrl?.AbsoluteUri);
    }

    /// <summary>As somebody writes them who copies them to change one.</summary>
    [Fact]
    public void The_usual_rules_can_be_written_as_they_are()
    {
        var settings = UsualRules.All.SelectMany(static (rule, place) => new (string Name, string? Value)[]
        {
            ("When", $"{rule.When}"), ("Events", rule.Events is [] ? null : string.Join(',', rule.Events)), ("Severity", $"{rule.Severity}"), ("Actor", rule.Actor), ("Before", rule.Before),
        }.Where(static one => one.Value is not null).Select(one => ($"Notifications__Rules__{place}__{one.Name}", one.Value!)));

        var read = Configured.Valid(Configured.Read([.. settings])).Options.Notifications.Rules;

        Assert.Equal(UsualRules.All.Select(RuleWords.Of), read.Select(RuleWords.Of));
    }

    [Fact]
    public void An_address_is_shown_nowhere()
    {
        var read = Configured.Valid(Configured.Read(Target(0, "ntfy", $"https://ntfy.test/{Secret}")));

        Assert.DoesNotContain(read.Settings, shown => shown.Value?.Contains(Secret, StringComparison.Ordinal) is true);
        Assert.DoesNotContain(Secret, string.Join(' ', Configured.Errors(Target(0, "ntfy", $"ftp://ntfy.test/{Secret}"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_and_a_password_may_stand_in_an_address_and_quiet_hours_are_those_of_the_machine()
    {
        var options = Configured.Valid(Configured.Read([.. Target(0, "apprise", "http://me:secret@apprise.test/notify/films"), ("Notifications__QuietHours", "22:00-07:00")])).Options;

        Assert.Equal("me:secret", options.Notifications.Targets[0].Url.UserInfo);
        Assert.Equal("apprise (Apprise at apprise.test)", options.Notifications.Targets[0].ToString());
        Assert.Equal(TimeZoneInfo.Local, options.Notifications.QuietHours!.Zone);
    }

    [Fact]
    public void Every_example_of_the_document_is_valid()
    {
        using var folder = new Configured();
        var examples = Regex.Matches(Repository.Read("docs/notifications.md"), "```(?<kind>yaml|bash)\n(?<text>.*?)```", RegexOptions.Singleline, TimeSpan.FromSeconds(1));

        Assert.InRange(examples.Count, 15, 30);
        foreach (var (kind, text) in examples.Select(static example => (example.Groups["kind"].Value, example.Groups["text"].Value)))
        {
            if (kind is "bash")
            {
                Configured.Valid(Configured.Read([.. text.Split('\n').Where(static line => line.Contains('=', StringComparison.Ordinal)).Select(static line => (line.Split('=')[0], Value(line)))]));
                continue;
            }

            Configured.Valid(folder.Yaml(text, [.. Regex.Matches(text, @"\$\{(?<name>\w+)\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(static match => (match.Groups["name"].Value, "https://service.test/secret"))]));
        }

        static string Value(string line) => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(" #")[0].Trim();
    }

    [Fact]
    public void What_a_target_lacks_is_told()
    {
        Assert.Equal(["Notifications:Targets:0:Url is missing. A target of notifications needs Kind and Url."], Configured.Errors(("Notifications__Targets__0__Kind", "ntfy")));
        Assert.Equal(["Notifications:Targets:0:From is missing. Mail needs From and To."], Configured.Errors(Target(0, "smtp", "smtp://mail.test:25")));
        Assert.Equal(
            ["Notifications:Targets:1:Name is missing. There are 2 targets of the kind Ntfy, so each needs a name."],
            Configured.Errors([.. Target(0, "ntfy", "http://a/b"), ("Notifications__Targets__0__Name", "phone"), .. Target(1, "ntfy", "http://a/c")]));
        Assert.Equal(
            ["Notifications__Targets__0 and Notifications__Targets__1 have the same name, 'ntfy'. Names are unique over all targets."],
            Configured.Errors([.. Target(0, "ntfy", "http://a/b"), .. Target(1, "slack", "http://a/c"), ("Notifications__Targets__1__Name", "ntfy")]));
    }

    [Theory]
    [InlineData("ntfy", "smtp://mail.test:25", "does not fit the kind Ntfy: write http:// or https://.")]
    [InlineData("smtp", "http://mail.test", "does not fit the kind Smtp: write smtp:// or smtps:// with host and port.")]
    [InlineData("ntfy", "http://169.254.169.254/x", "leads to no link-local address")]
    [InlineData("ntfy", "http://ntfy/x#y", "has no fragment")]
    [InlineData("smtp", "smtp://user:password@mail:25", "for mail no user and password either")]
    [InlineData("pager", "http://a/b", "is none of apprise, discord, slack, ntfy, smtp, webhook, healthchecks, kuma")]
    public void A_wrong_address_or_kind_is_refused(string kind, string url, string words) =>
        Assert.Contains(words, string.Join(' ', Configured.Errors(Target(0, kind, url))), StringComparison.Ordinal);

    [Fact]
    public void A_rule_for_nobody_and_a_schedule_that_there_is_not_are_refused()
    {
        Assert.Equal(
            ["Notifications__Rules__0__Targets (environment): 'mail' is no target that takes messages. Configured are ntfy."],
            Configured.Errors([.. Target(0, "ntfy", "http://a/b"), ("Notifications__Rules__0__Targets", "ntfy,mail")]));
        Assert.Equal(
            ["Notifications__Rules__0__Targets (environment): 'kuma' is no target that takes messages. None is configured."],
            Configured.Errors([.. Target(0, "kuma", "http://a/b"), ("Notifications__Rules__0__Targets", "kuma")]));
        Assert.StartsWith(
            "Notifications__Targets__0__Schedule: no schedule is called 'bakup'; there are deferred-files, job-sweep,",
            Assert.Single(Configured.Errors([.. Target(0, "kuma", "http://a/b"), ("Notifications__Targets__0__Schedule", "bakup")])),
            StringComparison.Ordinal);
        Assert.Contains("is for the kinds healthchecks and kuma", Assert.Single(Configured.Errors([.. Target(0, "ntfy", "http://a/b"), ("Notifications__Targets__0__Schedule", "job-sweep")])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("QuietHours", "22:00", "is no part of a day such as 22:00-07:00")]
    [InlineData("QuietHours", "22:00-22:00", "is no part of a day such as 22:00-07:00")]
    [InlineData("QuietHours", "22:00-25:00", "is no part of a day such as 22:00-07:00")]
    [InlineData("TimeZone", "Mars/Olympus", "is no time zone that this machine knows")]
    [InlineData("UrgentFrom", "fatal", "is none of information, warning, error")]
    [InlineData("RepeatAfter", "60d", "is no length of time from 0s to 30d")]
    [InlineData("Rules__0__Events", "jobs", "is no name of an event such as job.failed")]
    [InlineData("Rules__0__Actor", "the schedule", "is not what the actor of an event is called, such as schedule:library-export")]
    [InlineData("Rules__0__When", "later", "is none of now, digest, never")]
    public void A_wrong_value_is_refused_with_a_sentence(string name, string value, string words) =>
        Assert.Contains(words, Assert.Single(Configured.Errors(($"Notifications__{name}", value))), StringComparison.Ordinal);

    private static (string, string)[] Target(int place, string kind, string url) =>
        [($"Notifications__Targets__{place}__Kind", kind), ($"Notifications__Targets__{place}__Url", url)];
}
