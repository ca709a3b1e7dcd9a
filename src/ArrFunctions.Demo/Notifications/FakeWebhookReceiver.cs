using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ArrFunctions.Demo.Notifications;

/// <summary>Somebody's program that takes the generic webhook, and looks at its signature.</summary>
public sealed class FakeWebhookReceiver : FakeTarget
{
    private FakeWebhookReceiver()
    {
    }

    /// <summary>Whether it takes only what is signed with <see cref="FakeTarget.Secret"/>.</summary>
    public bool WantsSignature { get; set; } = true;

    private protected override string Path => "/hooks/arr";

    public static async Task<FakeWebhookReceiver> StartAsync(CancellationToken cancellationToken = default)
    {
        var receiver = new FakeWebhookReceiver();
        await receiver.ListenAsync(cancellationToken);
        return receiver;
    }

    private protected override TargetAnswer Answer(TargetRequest request) => request switch
    {
        _ when request.Method != "POST" || request.Target.Split('?')[0] != Path => new(404),
        _ when WantsSignature && !IsSigned(request) => new(401),
        _ when JsonElement.Parse(request.Text).GetProperty("version").GetInt32() != 1 => new(400),
        _ => new(202),
    };

    private bool IsSigned(TargetRequest request)
    {
        var signed = $"{request.Headers.GetValueOrDefault("X-Webhook-Timestamp")}.{request.Text}";
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed)));
        return request.Headers.GetValueOrDefault("X-Webhook-Signature") == $"sha256={expected}";
    }
}
