using System.Text;

namespace ArrFunctions.Audio.Containers.Matroska;

/// <summary>The EBML header, which tells the document type and what a reader must be able to read (RFC 8794, 11.2).</summary>
internal static class EbmlHeader
{
    private const int LongestHeader = 4096;

    /// <summary>Returns the format's name: Matroska or WebM.</summary>
    /// <exception cref="UnreadableMediaException">The document is of another type or needs longer codings than exist.</exception>
    public static string Read(HeaderReader reader, ElementHeader header)
    {
        if (header.Size is null or > LongestHeader)
        {
            throw UnreadableMediaException.Damaged("its EBML header has no sensible size");
        }

        var docType = "matroska";
        for (var offset = header.DataOffset; offset < header.End;)
        {
            var element = ElementHeader.Read(reader, offset, header.End);
            if (element.Size is null)
            {
                throw UnreadableMediaException.Damaged("its EBML header holds an element of unknown size");
            }

            var data = reader.Peek(element.DataOffset, (int)element.Size);
            if (element.Id == MatroskaIds.DocType)
            {
                docType = Encoding.ASCII.GetString(data).TrimEnd('\0');
            }
            else if (element.Id == MatroskaIds.EbmlMaxIdLength && data is not ([] or [4]))
            {
                throw UnreadableMediaException.Unsupported("it announces element identifiers of another length than 4 bytes");
            }
            else if (element.Id == MatroskaIds.EbmlMaxSizeLength && data is not ([] or [<= Vint.MaxLength]))
            {
                throw UnreadableMediaException.Unsupported("it announces size codings longer than 8 bytes");
            }

            offset = element.End;
        }

        return docType switch
        {
            "matroska" => "Matroska",
            "webm" => "WebM",
            _ => throw UnreadableMediaException.Unsupported($"it is an EBML document of type '{docType}', not Matroska or WebM"),
        };
    }
}
