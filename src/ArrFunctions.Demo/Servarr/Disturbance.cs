namespace ArrFunctions.Demo.Servarr;

/// <summary>What is wrong with a fake application.</summary>
public enum Disturbance
{
    None,

    /// <summary>401: it has another key now.</summary>
    RefusesKey,

    /// <summary>503, as while it starts.</summary>
    Starting,

    /// <summary>500, with a stack trace.</summary>
    Failing,

    /// <summary>500, with a page.</summary>
    FailingWithPage,

    /// <summary>429, from something that stands before it.</summary>
    RateLimited,

    /// <summary>A page of something that stands before it.</summary>
    AnswersPage,

    /// <summary>JSON that is nothing that was asked for.</summary>
    AnswersWrongJson,

    /// <summary>307 to another place.</summary>
    Redirects,

    /// <summary>What it should answer ends in the middle.</summary>
    CutOff,

    /// <summary>What it should answer comes a few bytes at a time.</summary>
    Dripping,

    /// <summary>It takes requests and never answers.</summary>
    Silent,
}
