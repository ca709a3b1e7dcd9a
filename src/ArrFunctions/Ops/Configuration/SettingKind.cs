using System.Diagnostics.CodeAnalysis;

namespace ArrFunctions.Ops.Configuration;

/// <summary>What a value has to look like, and what it means.</summary>
/// <param name="complaint">What is said of a value that is none: "is neither true nor false".</param>
internal sealed class SettingKind<T>(string complaint, SettingKind<T>.Reading read)
{
    internal delegate bool Reading(string text, [MaybeNullWhen(false)] out T value);

    public string Complaint => complaint;

    public bool IsSecret { get; init; }

    /// <summary>Whether a value of this kind can hold a secret by itself, or in place of another one, so that errors do not repeat it.</summary>
    public bool IsQuoted { get; init; } = true;

    /// <summary>What is wrong with a text that is none; by default the complaint.</summary>
    public Func<string, string?>? Objection { get; init; }

    /// <summary>How values are written, for the schema.</summary>
    public SettingShape Shape { get; init; } = new();

    /// <summary>The values in one text of a list.</summary>
    public Func<string, IReadOnlyList<string>> Split { get; init; } = SettingList.Split;

    /// <summary>How a value is shown; by default as it was written.</summary>
    public Func<T, string>? Show { get; init; }

    public bool TryRead(string text, [MaybeNullWhen(false)] out T value) => read(text, out value);
}
