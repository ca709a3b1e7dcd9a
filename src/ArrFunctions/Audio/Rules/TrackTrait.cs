using System.Globalization;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio.Rules;

/// <summary>Something that a track has or has not, and that a person gives points to.</summary>
internal abstract record TrackTrait
{
    private TrackTrait()
    {
    }

    /// <summary>For people: "title 'atmos'".</summary>
    public abstract string Name { get; }

    public abstract bool IsOf(AudioTrack track);

    /// <param name="ShortName">In lower case.</param>
    internal sealed record Codec(string ShortName) : TrackTrait
    {
        public override string Name => $"codec {ShortName}";

        public override bool IsOf(AudioTrack track) => track.Codec.Equals(ShortName, StringComparison.OrdinalIgnoreCase);
    }

    /// <param name="Count">5.1 is 6.</param>
    internal sealed record Channels(int Count) : TrackTrait
    {
        public override string Name => string.Create(CultureInfo.InvariantCulture, $"{Count} {(Count == 1 ? "channel" : "channels")}");

        public override bool IsOf(AudioTrack track) => track.Channels == Count;
    }

    internal sealed record Title(string Words) : TrackTrait
    {
        public override string Name => $"title '{Words}'";

        public override bool IsOf(AudioTrack track) => track.Title is { } title && TitleWords.Has(title, Words);
    }

    /// <summary>The language as everywhere else; with a region, only tracks of that region: a track of another one would get the same points.</summary>
    internal sealed record Language(LanguageTag Tag) : TrackTrait
    {
        private readonly LanguageMatch loosest = Tag.Region is null ? LanguageMatch.OtherMember : LanguageMatch.NearRegion;

        public override string Name => $"language {Tag}";

        public override bool IsOf(AudioTrack track) => LanguageMatching.Match(Tag, track.Language) <= loosest;
    }
}
