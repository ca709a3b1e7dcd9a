using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.Library.Exports;

/// <summary>What is answered to whoever asks for exports.</summary>
internal sealed record ExportsStarted(IReadOnlyList<StartedExport> Exports, IReadOnlyList<RefusedExport> Refused);

/// <summary>An export that has begun.</summary>
internal sealed record StartedExport(string ExportId, string Instance, BatchStatus Status);

/// <summary>An export that has not.</summary>
internal sealed record RefusedExport(string Instance, string Code, string Reason);
