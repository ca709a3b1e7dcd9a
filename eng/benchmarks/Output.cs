using System.Diagnostics.CodeAnalysis;

namespace ArrFunctions.Benchmarks;

/// <summary>Results go to standard output, what is going on to standard error.</summary>
[SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is the one place of the benchmarks that writes to the console.")]
internal static class Output
{
    public static void Write(string text) => Console.Out.WriteLine(text);

    public static void Progress(string text) => Console.Error.WriteLine(text);
}
