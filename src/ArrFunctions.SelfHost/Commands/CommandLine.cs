using System.CommandLine;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Commands.Admin;
using ArrFunctions.SelfHost.Commands.Admin.Doctor;
using ArrFunctions.SelfHost.Commands.Batches;
using ArrFunctions.SelfHost.Commands.Imports;
using ArrFunctions.SelfHost.Commands.Indexers;
using ArrFunctions.SelfHost.Commands.Keys;
using ArrFunctions.SelfHost.Commands.Library;
using ArrFunctions.SelfHost.Commands.Status;
using ArrFunctions.SelfHost.Commands.Notifications;
using ArrFunctions.Servarr;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>The command line as a whole: its tree of commands, and how errors become words and exit codes.</summary>
internal static class CommandLine
{
    /// <summary>How long a command that was told to stop may take to finish the file in hand; a sleeping disk wakes up in it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(string[] args)
    {
        var terminal = new Terminal();
        var parsed = Build(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Terminal.Error(string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))); // Some have lines.
            }

            Terminal.Error("Run the command with --help to see what it takes.");
            return ExitCode.Usage;
        }

        // The service is no command: each request and each run in it has an id of its own.
        using var correlation = parsed.CommandResult.Command is RootCommand or { Name: "demo" } ? null : CorrelationId.Begin(CorrelationId.New());
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = parsed.CommandResult.Command is RootCommand ? null : Patience, // The service has an EarlyStop.
            });
        }
        catch (SettingException wrong)
        {
            foreach (var error in wrong.Errors)
            {
                Terminal.Error(error);
            }

            return ExitCode.Usage;
        }
        catch (Exception failure) when (failure is StoreException or ServarrException or StateFileException)
        {
            Terminal.Error(failure.Message);
            return ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            Terminal.Error("Stopped.");
            return ExitCode.Cancelled;
        }
    }

    private static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand("Looks after a Sonarr, Radarr and Prowlarr home server. Without a command it runs as a service.")
        {
            new Command("audio", "Look at and set the default audio track of media files.")
            {
                InspectCommand.Build(terminal),
                ExplainCommand.Build(terminal),
                FixCommand.Build(terminal),
                UndoCommand.Build(terminal),
            },
            new Command("config", "Look at and check the configuration.")
            {
                ConfigShowCommand.Build(terminal),
                ConfigValidateCommand.Build(terminal),
                ConfigSchemaCommand.Build(),
            },
            new Command("setup", "Connect instances, and check their paths.")
            {
                SetupWebhookCommand.Build(terminal),
                SetupConnectionCommand.Build(terminal),
                SetupCheckCommand.Build(terminal),
            },
            new Command("batch", "Work on whole folders: begin, watch, cancel, try again.")
            {
                BatchStartCommand.Build(terminal),
                BatchListCommand.Build(terminal),
                BatchShowCommand.Build(terminal),
                BatchChangeCommand.Cancel(terminal),
                BatchChangeCommand.Retry(terminal),
            },
            new Command("indexers", "See how the indexers do, test them, switch them on or off, have failing ones taken out.")
            {
                IndexersListCommand.Build(terminal),
                IndexersSweepCommand.Build(terminal),
                IndexersHealCommand.Build(terminal),
                IndexersTestCommand.Build(terminal),
                IndexersSwitchCommand.Enable(terminal),
                IndexersSwitchCommand.Disable(terminal),
                IndexersHistoryCommand.Build(terminal),
                IndexersUptimeCommand.Build(terminal),
            },
            new Command("library", "Export the scores of the libraries, and see how they are: health, upgrade candidates, custom formats, profiles.")
            {
                LibraryExportCommand.Build(terminal),
                LibraryAnalyzeCommand.Build(terminal),
                LibraryReportCommand.Build(terminal),
                LibraryCandidatesCommand.Build(terminal),
                LibraryCompareCommand.Build(terminal),
                LibrarySearchCommand.Build(terminal),
            },
            new Command("schedules", "Look at the timers, run one now, switch one on or off.")
            {
                SchedulesListCommand.Build(terminal),
                SchedulesRunCommand.Build(terminal),
                SchedulesSwitchCommand.Enable(terminal),
                SchedulesSwitchCommand.Disable(terminal),
            },
            new Command("notifications", "See who is told of what, and send a test.")
            {
                NotificationsListCommand.Build(terminal),
                NotificationsTestCommand.Build(terminal),
            },
            new Command("keys", "Make, list, rotate and revoke the keys that programs and people come in with.")
            {
                KeysListCommand.Build(terminal),
                KeysCreateCommand.Build(terminal),
                KeysRotateCommand.Build(terminal),
                KeysRevokeCommand.Build(terminal),
            },
            HealthCommand.Build(terminal),
            StatusCommand.Build(terminal),
            CompletionCommand.Build(),
            new Command("admin", "Look after the installation and its state: find out what is wrong, clean up, back up, restore, migrate, move it.")
            {
                DoctorCommand.Build(terminal),
                StatsCommand.Build(terminal),
                CleanUpCommand.Build(terminal),
                ExportStateCommand.Build(terminal),
                ImportStateCommand.Build(terminal),
                BackupCommand.Build(terminal),
                RestoreCommand.Build(terminal),
                MigrateCommand.Build(terminal),
                RollbackCommand.Build(terminal),
                VacuumCommand.Build(terminal),
            },
            ImportCommand.Build(terminal),
            DemoCommand.Build(terminal),
        };
        ServiceCommand.AddTo(root, terminal);
        return root;
    }
}
