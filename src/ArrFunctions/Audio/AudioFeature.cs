using ArrFunctions.Audio.Rules;
using ArrFunctions.Audio.Telling;
using ArrFunctions.Audio.Undo;
using ArrFunctions.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Audio;

/// <summary>Registers the audio feature; the host brings <see cref="Platform.ITableStore"/>, <see cref="AudioOptions"/> and the clock.</summary>
internal static class AudioFeature
{
    /// <param name="dataFolder">Where the leases lie: a folder that all processes share which work on the same files.</param>
    public static IServiceCollection AddAudio(this IServiceCollection services, string dataFolder) => services
        .AddSingleton(new FileLeases(dataFolder))
        .AddSingleton<UndoStore>()
        .AddSingleton<RecordedChange>()
        .AddSingleton<AudioRecovery>()
        .AddSingleton<AudioAdvice>()
        .AddSingleton<AudioFix>()
        .AddSingleton<AudioUndo>()
        .AddSingleton<AudioTelling>();

    /// <summary>Registers what does the jobs of kind audio, beside <see cref="AddAudio"/> and the job engine.</summary>
    public static IServiceCollection AddAudioJobs(this IServiceCollection services) => services
        .AddSingleton<AudioJob>()
        .AddSingleton<AudioJobUndo>()
        .AddSingleton(provider => new JobHandler(JobKind.Audio, provider.GetRequiredService<AudioJob>().RunAsync));
}
