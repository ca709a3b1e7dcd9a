using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications;

namespace ArrFunctions.Tests.Ops.Notifications;

public sealed class NotificationPolicyTests
{
    [Theory]
    [InlineData("job.failed", EventSeverity.Error, NotificationTime.Now)]
    [InlineData("job.poisoned", EventSeverity.Error, NotificationTime.Now)]
    [InlineData("job.succeeded", EventSeverity.Information, NotificationTime.Digest)]
    [InlineData("job.skipped", EventSeverity.Information, NotificationTime.Never)]
    [InlineData("job.skipped", EventSeverity.Warning, NotificationTime.Digest)]
    [InlineData("job.waiting", EventSeverity.Information, NotificationTime.Never)]
    [InlineData("batch.failed", EventSeverity.Error, NotificationTime.Now)]
    [InlineData("batch.partlyFailed", EventSeverity.Warning, NotificationTime.Now)]
    [InlineData("batch.started", EventSeverity.Information, NotificationTime.Never)]
    [InlineData("indexer.disabled", EventSeverity.Warning, NotificationTime.Now)]
    [InlineData("indexer.enabled", EventSeverity.Information, NotificationTime.Now)]
    [InlineData("indexer.tested", EventSeverity.Information, NotificationTime.Never)]
    [InlineData("outage.began", EventSeverity.Warning, NotificationTime.Now)]
    [InlineData("outage.ended", EventSeverity.Information, NotificationTime.Now)]
    [InlineData("health.issue", EventSeverity.Error, NotificationTime.Now)]
    [InlineData("health.issue", EventSeverity.Warning, NotificationTime.Digest)]
    [InlineData("health.restored", EventSeverity.Information, NotificationTime.Never)]
    [InlineData("schedule.unhealthy", EventSeverity.Error, NotificationTime.Now)]
    [InlineData("schedule.failed", EventSeverity.Error, NotificationTime.Digest)]
    [InlineData("schedule.ran", EventSeverity.Information, NotificationTime.Never)]
    [InlineData("instance.silent", EventSeverity.Warning, NotificationTime.Now)]
    [InlineData("instance.answers", EventSeverity.Information, NotificationTime.Now)]
    [InlineData("config.refused", EventSeverity.Warning, NotificationTime.Now)]
    [InlineData("config.changed", EventSeverity.Information, NotificationTime.Never)]
    [InlineData("access.refused", EventSeverity.Warning, NotificationTime.Now)]
    [InlineData("backup.failed", EventSeverity.Error, NotificationTime.Now)]
    [InlineData("backup.made", EventSeverity.Information, NotificationTime.Digest)]
    [InlineData("state.salvaged", EventSeverity.Error, NotificationTime.Now)]
    [InlineData("file.renamed", EventSeverity.Information, NotificationTime.Never)]
    [InlineData("release.grabbed", EventSeverity.Information, NotificationTime.Never)]
    [InlineData("notification.failed", EventSeverity.Error, NotificationTime.Now)]
    public void The_usual_rules_tell_what_needs_a_person(string name, EventSeverity severity, NotificationTime when) =>
        Assert.Equal(when, NotificationPolicy.Choose(New.Event(name, severity: severity), New.Target(), new()));

    [Theory]
    [InlineData("schedule:library-export", NotificationTime.Now)]
    [InlineData("key:me", NotificationTime.Digest)]
    public void An_export_that_a_schedule_began_is_told_at_its_end(string actor, NotificationTime when) => Assert.Equal(
        when, NotificationPolicy.Choose(New.Event("batch.succeeded", "batch:1", severity: EventSeverity.Information, actor: actor), New.Target(), new()));

    [Theory]
    [InlineData("error", NotificationTime.Now)]
    [InlineData("warning", NotificationTime.Never)]
    [InlineData(null, NotificationTime.Never)]
    public void That_something_is_well_again_is_told_where_it_was_told_that_it_is_not(string? before, NotificationTime when) => Assert.Equal(
        when, NotificationPolicy.Choose(New.Event("health.restored", severity: EventSeverity.Information) with { Before = before }, New.Target(), new()));

    [Fact]
    public void The_first_rule_that_fits_holds()
    {
        var options = Rules(
            new() { Events = ["job.poisoned"], When = NotificationTime.Never }, new() { Events = ["job."], Severity = EventSeverity.Error }, new() { When = NotificationTime.Digest });

        Assert.Equal(NotificationTime.Never, Choose("job.poisoned", EventSeverity.Error, options));
        Assert.Equal(NotificationTime.Now, Choose("job.failed", EventSeverity.Error, options));
        Assert.Equal(NotificationTime.Digest, Choose("job.failed", EventSeverity.Warning, options));
        Assert.Equal(NotificationTime.Digest, Choose("jobs.failed", EventSeverity.Error, options));
    }

    [Fact]
    public void Where_rules_are_configured_the_usual_ones_do_not_hold() =>
        Assert.Equal(NotificationTime.Never, Choose("job.failed", EventSeverity.Error, Rules(new NotificationRule { Events = ["batch."] })));

    /// <summary>A rule for others is no rule to pass over: what is said once of an event holds for all.</summary>
    [Fact]
    public void A_rule_names_who_is_told()
    {
        var options = Rules(new() { Events = ["job.failed"], Targets = ["phone"] }, new());

        Assert.Equal(NotificationTime.Now, NotificationPolicy.Choose(New.Event(), New.Target("phone"), options));
        Assert.Equal(NotificationTime.Never, NotificationPolicy.Choose(New.Event(), New.Target("mail"), options));
        Assert.Equal(NotificationTime.Now, NotificationPolicy.Choose(New.Event("job.poisoned"), New.Target("mail"), options));
    }

    [Fact]
    public void A_target_is_told_of_the_troubles_of_others_alone()
    {
        var told = New.Event("notification.failed", "notification:phone");

        Assert.Equal(NotificationTime.Never, NotificationPolicy.Choose(told, New.Target("phone"), Rules(new NotificationRule())));
        Assert.Equal(NotificationTime.Now, NotificationPolicy.Choose(told, New.Target("mail"), new()));
    }

    [Fact]
    public void A_target_for_signs_of_life_is_told_nothing() =>
        Assert.Equal(NotificationTime.Never, NotificationPolicy.Choose(New.Event(), New.Target(kind: NotificationTargetKind.Kuma), new()));

    private static NotificationTime Choose(string name, EventSeverity severity, NotificationsOptions options) =>
        NotificationPolicy.Choose(New.Event(name, severity: severity), New.Target(), options);

    private static NotificationsOptions Rules(params NotificationRule[] rules) => new() { Rules = rules };
}
