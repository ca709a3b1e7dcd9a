using ArrFunctions.Jobs;
using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Audio;

internal static class AudioOperations
{
    public static Operation Undo() => JobOperations.Of("undoJob", "Puts the original bytes back")
        .Answers(200, AudioJobJson.Default.AudioUndoJson)
        .Fails(409, "undoRefused");

    public static Operation Apply() => new Operation("applyJobs", "Carries the plans of dry runs out")
        .Query("result", "Which jobs; only plans can be applied.", ParameterKind.OneOf("planned"), "planned", isRequired: true)
        .Answers(202, JobJson.Default.JobCount)
        .Fails(400, "filter")
        .Fails(409, "dryRun");

    public static Operation Explain() => new Operation("explainAudio", "Why a track of a file is chosen")
        .Saying("It reads the headers of one file and changes nothing.")
        .Takes(AudioJobJson.Default.ExplainRequest, """{"path": "/data/media/movies/Ran (1985)/Ran.mkv", "originalLanguage": "jpn"}""", "path")
        .Answers(200, AudioJobJson.Default.ExplainJson)
        .Fails(400, "bodyMalformed", "path", "instance", "language")
        .Fails(404, "noSuchFile")
        .Fails(409, "noRoots")
        .Fails(422, "unreadable");
}
