using System.CommandLine;
using System.CommandLine.Parsing;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.SelfHost.Commands.Batches;

/// <summary>What <c>batch start</c> is told.</summary>
internal sealed class NewBatchOptions
{
    private readonly Argument<string> path = new("PATH") { Description = "The folder, inside Audio:Roots.", Validators = { CommonOptions.RefuseEmpty } };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Only tell what each file would get. Without this and --apply, as Audio:DryRun says." };
    private readonly Option<bool> apply = new("--apply") { Description = "Make the changes; refused while Audio:DryRun is true." };
    private readonly Option<bool> recursive = new("--recursive", "-r") { Description = "Look into subfolders too; so it does unless told otherwise." };
    private readonly Option<bool> flat = new("--no-recursive") { Description = "Leave subfolders out." };
    private readonly Option<string[]> patterns = new("--pattern") { Description = "Only files whose whole path fits: \"**/*.mkv\". Several: one of them.", HelpName = "PATTERN" };
    private readonly Option<string[]> exclude = new("--exclude") { Description = "No files whose whole path fits: \"**/*sample*\".", HelpName = "PATTERN" };

    private readonly Option<string?> minSize = Checked(
        "--min-size", "SIZE", "Leave smaller files out: 50MB.", static text => Units.TryReadSize(text, out _), "is a number of bytes, or one with a unit: 50MB");

    private readonly Option<string?> maxAge = Checked(
        "--max-age", "TIME", "Leave files out that were changed longer ago: 30d.", static text => Units.TryReadDuration(text, out _), "is a length of time: 30d or 12h");

    private readonly Option<string> priority = new("--priority") { Description = "Its lane, which has workers of its own.", DefaultValueFactory = static _ => "normal" };

    public void AddTo(Command command)
    {
        command.Add(path);
        foreach (var option in (Option[])[dryRun, apply, recursive, flat, patterns, exclude, minSize, maxAge, priority.AcceptOnlyFromAmong("high", "normal", "low")])
        {
            command.Add(option);
        }

        command.Validators.Add(result => RefuseBoth(result, dryRun, apply));
        command.Validators.Add(result => RefuseBoth(result, recursive, flat));
    }

    public NewBatch Read(ParseResult parsed) => new()
    {
        Kind = JobKind.Audio,
        Path = Path.GetFullPath(parsed.GetRequiredValue(path)),
        Recursive = !parsed.GetValue(flat),
        Patterns = parsed.GetValue(patterns) ?? [],
        DryRun = parsed.GetValue(dryRun) ? true : parsed.GetValue(apply) ? false : null,
        Priority = Enum.Parse<BatchPriority>(parsed.GetRequiredValue(priority), ignoreCase: true),
        Filters = new()
        {
            MinSize = parsed.GetValue(minSize) is { } size ? Units.Size(size) : null,
            MaxAge = parsed.GetValue(maxAge) is { } age ? Units.Duration(age) : null,
            Exclude = parsed.GetValue(exclude) ?? [],
        },
    };

    private static void RefuseBoth(CommandResult result, Option<bool> one, Option<bool> other)
    {
        if (result.GetValue(one) && result.GetValue(other))
        {
            result.AddError($"{one.Name} and {other.Name} exclude each other.");
        }
    }

    private static Option<string?> Checked(string name, string help, string description, Func<string, bool> isRight, string complaint) => new(name)
    {
        Description = description,
        HelpName = help,
        Validators =
        {
            result =>
            {
                if (result.Tokens is [var only] && !isRight(only.Value))
                {
                    result.AddError($"{name} {complaint}.");
                }
            },
        },
    };
}
