using System.Net;
using System.Text.Json.Nodes;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup;

/// <summary>Makes an instance post its events here: the connection there, and a key of its own for it.</summary>
/// <remarks>
/// The instance tests the connection before it saves it. The key before stays good until the new one is in its place; cut off in between, both are.
/// </remarks>
internal sealed class WebhookSetup(ServarrClients servarr, Live<ServarrOptions> options, KeyStore keys, OwnAddress addresses, AuditTrail audit, string dataFolder)
{
    /// <param name="instanceName">A configured instance.</param>
    /// <param name="ownUrl">This program as the instance reaches it.</param>
    /// <param name="actor">Who asked for it, for the event of the key.</param>
    /// <param name="cancellationToken">Ends it before anything is saved; from then on it is finished.</param>
    public async Task<WebhookSetupOutcome> RunAsync(string instanceName, Uri ownUrl, string actor, CancellationToken cancellationToken)
    {
        if (servarr.Of(instanceName) is not { } client)
        {
            return new WebhookSetupOutcome.Failed("unknownInstance", KnownInstances.Unknown(instanceName, options.Value));
        }

        using var turn = KernelLock.TryAcquire(Path.Combine(dataFolder, "webhook-setup.lock"), offset: 0, KernelLockMode.Exclusive);
        if (turn is null)
        {
            return new WebhookSetupOutcome.Failed("setupRunning", "An instance is being connected right now. Wait until that has ended, then try again.");
        }

        var answer = await addresses.AskAsync(ownUrl, cancellationToken);
        return answer is AddressAnswer.Redirect
            ? new WebhookSetupOutcome.Failed(
                "webhookRedirected", $"{ownUrl.OriginalString} redirects, and {client.Instance.Service} follows no redirect: give the address where it leads to.")
            : await ConnectAsync(client, ownUrl, answer, actor, cancellationToken);
    }

    private async Task<WebhookSetupOutcome> ConnectAsync(
        ServarrClient client, Uri ownUrl, AddressAnswer answer, string actor, CancellationToken cancellationToken)
    {
        var instance = client.Instance;
        var (target, keyName) = (TargetOf(instance, ownUrl), $"webhook-{instance.Name}");
        var text = KeyText.New();
        await keys.AddAsync(text, new KeyGrant(KeyStore.NextName(keyName, text), Role.Webhook) { Instance = instance.Name }, actor, cancellationToken);
        var step = Step.Reading;
        var isKept = false;
        try
        {
            await client.SystemStatusAsync(cancellationToken);
            var all = await client.NotificationsAsync(cancellationToken);
            var existing = WebhookNotification.Find(all, target);
            var connection = WebhookNotification.With(existing, instance.Service, target, text.Text);

            // Saving tests it as well. Tested before, nothing is there to be put back when the test fails.
            step = Step.Testing;
            await client.TestNotificationAsync(connection, cancellationToken);
            (step, isKept) = (Step.Saving, true);
            await SaveAsync(client, connection, existing is null);
            await keys.ReplaceAsync(text.Id, keyName, actor, CancellationToken.None);
            await audit.TellAsync(
                "instance.connected", $"instance:{instance.Name}", actor, $"{instance.Name} posts its events to {target}, with the key {keyName}", CancellationToken.None);
            return new WebhookSetupOutcome.Connected(
                instance, target, existing is null, WebhookNotification.Events(instance.Service), WebhookNotification.Others(all, existing, target));
        }
        catch (ServarrException failure)
        {
            isKept = step is Step.Saving && (failure.Fault is ServarrFault.Unreachable || IsItsFault(failure));
            return isKept ? Uncertain(failure)
                : step is not Step.Reading && (failure.Fault is ServarrFault.Invalid or ServarrFault.Unreachable || IsItsFault(failure))
                    ? Refused(failure, WebhookAdvice.Of(instance, ownUrl, answer, failure.Message))
                : NotAsked(failure);
        }
        finally
        {
            if (!isKept)
            {
                await keys.DeleteAsync(text.Id, actor, CancellationToken.None);
            }
        }
    }

    private static Task<JsonObject> SaveAsync(ServarrClient client, JsonObject connection, bool isNew) => isNew
        ? client.CreateNotificationAsync(connection, CancellationToken.None)
        : client.UpdateNotificationAsync(connection, CancellationToken.None);

    private static bool IsItsFault(ServarrException failure) => failure is { Status: >= HttpStatusCode.InternalServerError, Fault: ServarrFault.Failed };

    private static WebhookSetupOutcome.Failed Uncertain(ServarrException failure) => new(
        "webhookUncertain",
        $"{failure.Message} It is not known whether the connection was saved; run this again. Until then the key before and the new one are good.");

    /// <summary>A test that is answered with an error is a 400 with words about the webhook, one that finds nobody a 500, one without an answer takes too long.</summary>
    private static WebhookSetupOutcome.Failed Refused(ServarrException failure, string advice) => failure.Fault switch
    {
        ServarrFault.Invalid when !failure.Message.Contains("webhook", StringComparison.OrdinalIgnoreCase) => new("webhookRefused", failure.Message),
        ServarrFault.Unreachable => new("webhookUnreachable", $"It answered, and fell silent when it was to test the address. {failure.Message} {advice}"),
        _ => new("webhookUnreachable", $"{failure.Message} {advice}"),
    };

    private static WebhookSetupOutcome.Failed NotAsked(ServarrException failure) => new(
        failure.Fault switch
        {
            ServarrFault.WrongKey => "instanceKeyWrong",
            ServarrFault.WrongUrl => "instanceUrlWrong",
            _ => "instanceUnreachable",
        },
        failure.Message);

    private static string TargetOf(Instance instance, Uri ownUrl) =>
        $"{ownUrl.OriginalString.TrimEnd('/')}/api/webhook/{instance.Service.ToString().ToLowerInvariant()}/{instance.Name}";

    private enum Step
    {
        Reading,
        Testing,
        Saving,
    }
}
