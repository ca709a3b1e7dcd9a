using YamlDotNet.Core;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Collects what is found, so that all of it is told together.</summary>
internal sealed class Findings
{
    private readonly List<Finding> all = [];

    public IReadOnlyList<Finding> All => all;

    public bool HasErrors => all.Exists(static finding => finding.IsError);

    /// <param name="code">Stable word for programs.</param>
    /// <param name="sentence">With the name, the place and what to do; never a secret.</param>
    /// <param name="about">What it is about.</param>
    public void Refuse(string code, string sentence, SettingEntry? about = null) => all.Add(New(FindingSeverity.Error, code, sentence, about));

    /// <inheritdoc cref="Refuse(string, string, SettingEntry?)"/>
    public void Warn(string code, string sentence, SettingEntry? about = null) => all.Add(New(FindingSeverity.Warning, code, sentence, about));

    /// <summary>What is wrong at a place of the file, whatever setting that is.</summary>
    public void Refuse(string code, string sentence, Mark mark) =>
        all.Add(new(FindingSeverity.Error, code, sentence) { Source = SettingSource.File, Line = mark.Line, Column = mark.Column });

    public void Add(IEnumerable<Finding> findings) => all.AddRange(findings);

    private static Finding New(FindingSeverity severity, string code, string sentence, SettingEntry? about) => new(severity, code, sentence)
    {
        Key = about?.Key,
        Source = about is null or { Source: SettingSource.Default } ? null : about.Source,
        Line = about?.Line,
        Column = about?.Column,
    };
}
