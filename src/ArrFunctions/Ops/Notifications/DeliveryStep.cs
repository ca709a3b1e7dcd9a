namespace ArrFunctions.Ops.Notifications;

/// <summary>What is to be done for a target now.</summary>
internal abstract record DeliveryStep
{
    private DeliveryStep()
    {
    }

    /// <summary>These become one message.</summary>
    public sealed record Send(IReadOnlyList<KeptNotice> Notices) : DeliveryStep;

    /// <summary>There is nothing to send before this time.</summary>
    public sealed record Wait(DateTimeOffset Until) : DeliveryStep;

    /// <summary>Nothing waits, or nothing is tried before a person has done something.</summary>
    public sealed record Rest : DeliveryStep;
}
