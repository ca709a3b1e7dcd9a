using ArrFunctions.Metadata;

namespace ArrFunctions.Audio;

/// <summary>What an audio job was told beside the file.</summary>
/// <param name="OriginalLanguage">As a person names it: "German", "ja"; null when nobody did.</param>
/// <param name="IsNamedByPerson">A person named this very file.</param>
/// <param name="Apply">A person asked for the change itself, so the host's dry run does not hold.</param>
/// <param name="Subject">What the event told of the film or series.</param>
internal sealed record AudioJobInput(string? OriginalLanguage, bool IsNamedByPerson = false, bool Apply = false, MediaSubject? Subject = null);
