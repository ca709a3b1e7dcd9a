namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>Plans how one audio track is enabled and its alternatives are disabled, by bit 0 of their tkhd flags.</summary>
internal static class EnabledTrackEdit
{
    /// <summary>First the groups, then the chosen track, then the others: after each write the file has an enabled audio track.</summary>
    public static EditPlan Plan(IReadOnlyList<Mp4Track> tracks, int position, AlternateGroupPolicy policy)
    {
        var audio = tracks.Where(track => track.IsAudio).ToList();
        var chosen = audio[position];
        var others = audio.Where(track => track != chosen && !track.ServesAnother).ToList();
        var disabled = others.Where(track => track.IsEnabled).ToList();

        var areAlternatives = chosen.AlternateGroup != 0 && disabled.TrueForAll(track => track.AlternateGroup == chosen.AlternateGroup);
        var runs = new List<ByteRun>();
        if (disabled.Count > 0 && !areAlternatives && policy != AlternateGroupPolicy.Ignore)
        {
            if (policy == AlternateGroupPolicy.Require)
            {
                return new EditPlan.Refused("its audio tracks are not marked as alternatives of each other (Audio:Mp4:AlternateGroup is 'require')", CanBeRewritten: false);
            }

            var group = UnusedGroup(tracks);
            runs.AddRange(others.Prepend(chosen).Select(track => track.SetAlternateGroup(group)));
        }

        var room = runs.Count > 0 ? RoomRule.AlternateGroup : RoomRule.None;
        if (!chosen.IsEnabled)
        {
            runs.Add(chosen.SetEnabled(value: true));
        }

        runs.AddRange(disabled.Select(track => track.SetEnabled(value: false)));
        return new EditPlan.Edit(runs, room);
    }

    private static ushort UnusedGroup(IReadOnlyList<Mp4Track> tracks)
    {
        var used = tracks.Select(track => track.AlternateGroup).ToHashSet();
        ushort group = 1;
        while (used.Contains(group))
        {
            group++;
        }

        return group;
    }
}
