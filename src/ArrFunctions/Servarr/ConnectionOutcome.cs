namespace ArrFunctions.Servarr;

/// <summary>Whether an instance is what the configuration says, in words.</summary>
internal abstract record ConnectionOutcome(string Sentence)
{
    /// <param name="Version">As the instance writes it.</param>
    public sealed record Right(ServarrService Service, string Version, string Sentence) : ConnectionOutcome(Sentence);

    /// <param name="Sentence">What is wrong, and what to do.</param>
    public sealed record Wrong(ConnectionFault Kind, string Sentence) : ConnectionOutcome(Sentence);
}

/// <summary>What can be wrong with the connection to an instance; docs/api.md tells the words.</summary>
internal enum ConnectionFault
{
    /// <summary>Another one of the applications is there.</summary>
    WrongService,

    WrongKey,

    WrongUrlBase,

    /// <summary>What answers is none of the applications.</summary>
    OtherProgram,

    Unreachable,

    /// <summary>Its certificate is not taken.</summary>
    Untrusted,

    Starting,

    TooOld,

    /// <summary>Data that nobody understands, or half of them.</summary>
    Unreadable,

    /// <summary>It is there, and answers with an error.</summary>
    Failing,
}
