namespace ArrFunctions.Audio;

/// <summary>What an audio job was told beside the file.</summary>
/// <param name="OriginalLanguage">As the *arr or a person names it: "German", "ja"; null when nobody knows.</param>
/// <param name="IsNamedByPerson">A person named this very file.</param>
/// <param name="Apply">A person asked for the change itself, so the host's dry run does not hold.</param>
internal sealed record AudioJobInput(string? OriginalLanguage, bool IsNamedByPerson = false, bool Apply = false);
