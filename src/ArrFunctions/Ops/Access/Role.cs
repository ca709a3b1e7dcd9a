namespace ArrFunctions.Ops.Access;

/// <summary>What a key may do. Read, operate and admin include each other, upwards; webhook stands beside them.</summary>
public enum Role
{
    /// <summary>May post to <c>webhook/*</c>, nothing else.</summary>
    Webhook,

    /// <summary>May look at everything that is no secret.</summary>
    Read,

    /// <summary>May also start, stop, retry and post events.</summary>
    Operate,

    /// <summary>May do everything.</summary>
    Admin,
}
