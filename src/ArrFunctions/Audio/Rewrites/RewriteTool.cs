namespace ArrFunctions.Audio.Rewrites;

/// <summary>A program that can set the default track where it cannot be done in place.</summary>
public enum RewriteTool
{
    /// <summary>Edits the headers of a copy; the media stays as it is, byte for byte.</summary>
    Mkvpropedit,

    /// <summary>Writes a new Matroska file with the same streams.</summary>
    Mkvmerge,

    /// <summary>Writes a new file with the same streams.</summary>
    Ffmpeg,
}
