namespace ArrFunctions.Indexers;

/// <summary>Who told it.</summary>
internal enum ObservationSource
{
    /// <summary>Prowlarr's history: one question to the tracker.</summary>
    Query,

    /// <summary>Prowlarr's list of the indexers that it leaves alone.</summary>
    Status,

    /// <summary>The health of an instance, which names indexers in words.</summary>
    Health,

    /// <summary>A webhook event about that health.</summary>
    Webhook,

    /// <summary>A test that was asked for here, by a sweep or a person.</summary>
    Test,

    /// <summary>A switch in the instance.</summary>
    Flags,
}
