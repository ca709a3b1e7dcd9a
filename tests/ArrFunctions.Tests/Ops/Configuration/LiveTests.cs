using System.Reflection;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class LiveTests
{
    /// <summary>One that takes the options themselves goes on with what held when it was made.</summary>
    [Fact]
    public void What_lives_long_takes_live_options()
    {
        var parts = typeof(ArrFunctionsOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static part => SettingCatalogue.All.Any(setting => setting.IsLive && setting.Section == part.Name)).Select(static part => part.PropertyType)
            .Intersect(typeof(ConfigurationFeature).Assembly.GetTypes()).ToList();
        var taken = typeof(ArrFunctionsOptions).Assembly.GetTypes()
            .Where(static type => type.IsClass && type.GetMethod("<Clone>$") is null && !type.Name.StartsWith('<'))
            .SelectMany(static type => type.GetConstructors(), static (type, constructor) => (type, constructor))
            .Where(one => one.constructor.GetParameters().Any(parameter => parts.Contains(parameter.ParameterType)))
            .Select(static one => one.type.Name);

        Assert.True(parts.Count > 5);
        Assert.DoesNotContain(taken, static name => name is not "LiveConfiguration");
    }

    [Fact]
    public void What_is_made_of_options_is_made_once_for_each_of_them()
    {
        var (now, made) = (new ArrFunctionsOptions(), 0);
        var other = new ArrFunctionsOptions();
        using var of = new MadeOf<ArrFunctionsOptions, int>(new Live<ArrFunctionsOptions>(() => now), _ => ++made);

        Assert.Equal((1, 1), (of.Value, of.Value));
        (now, other) = (other, now);
        Assert.Equal(2, of.Value);
        now = other;
        Assert.Equal(1, of.Value);
    }
}
