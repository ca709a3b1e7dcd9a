using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Audio.Telling;
using ArrFunctions.Audio.Undo;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Audio;

/// <summary>Registers the audio feature; the host brings <see cref="Platform.ITableStore"/>, <see cref="AudioOptions"/> and the clock.</summary>
internal static class AudioFeature
{
    /// <param name="dataFolder">Where the leases lie: a folder that all processes share which work on the same files.</param>
    public static IServiceCollection AddAudio(this IServiceCollection services, string dataFolder) => services
        .AddSingleton(new FileLeases(dataFolder))
        .AddSingleton<UndoStore>()
        .AddSingleton(provider => new StateRepair("undo records", provider.GetRequiredService<UndoStore>().RepairAsync))
        .AddSingleton<RecordedChange>()
        .AddSingleton<AudioRecovery>()
        .AddSingleton<AudioAdvice>()
        .AddSingleton(static provider => provider.GetRequiredService<Live<AudioOptions>>().Part(static audio => audio.Rewrites))
        .AddSingleton<IProcessRunner, LinuxProcessRunner>()
        .AddSingleton<RewriteStore>()
        .AddSingleton<RewriteTools>()
        .AddSingleton<FileRewrite>()
        .AddSingleton<RewriteRecovery>()
        .AddSingleton<KeptOriginals>()
        .AddSingleton<FileHistory>()
        .AddSingleton<AudioExplain>()
        .AddSingleton<AudioFix>()
        .AddSingleton<AudioUndo>()
        .AddSingleton<AudioTelling>()
        .AddSingleton<AdvisedFix>()
        .AddSingleton<ToldUndo>()
        .AddSingleton(provider => AudioChecks.Of(provider.GetRequiredService<Live<AudioOptions>>(), provider.GetRequiredService<IProcessRunner>()));

    /// <summary>Registers what does the jobs of kind audio, beside <see cref="AddAudio"/> and the job engine.</summary>
    public static IServiceCollection AddAudioJobs(this IServiceCollection services) => services
        .AddSingleton<AudioJob>()
        .AddSingleton<AudioBatch>()
        .AddSingleton(provider => provider.GetRequiredService<AudioBatch>().Planner)
        .AddSingleton<AudioJobUndo>()
        .AddSingleton(provider =>
        {
            var originals = provider.GetRequiredService<KeptOriginals>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.KeptOriginals);
            return new Schedule(
                "kept-originals", "KeptOriginals", cron, "Deletes originals of rewritten files whose time is over.", originals.IsDueAsync, originals.DeleteExpiredAsync) { IsCleanUp = true };
        })
        .AddSingleton<AudioMetrics>()
        .AddSingleton(provider => AudioStats.Part(provider.GetRequiredService<AudioMetrics>()))
        .AddSingleton(new InstrumentFamily(AudioMetrics.Files))
        .AddSingleton(new InstrumentFamily(AudioMetrics.Durations))
        .AddSingleton(provider =>
        {
            var (audio, metrics) = (provider.GetRequiredService<AudioJob>(), provider.GetRequiredService<AudioMetrics>());
            return new JobHandler(JobKind.Audio, (job, progress, cancellationToken) => metrics.RunAsync(job, () => audio.RunAsync(job, progress, cancellationToken)));
        });
}
