using ArrFunctions.Metadata.Tmdb;

namespace ArrFunctions.Tests.Ops.Configuration;

/// <summary>The key of TMDB in all the places and forms that people have it.</summary>
public sealed class TmdbSettingsTests
{
    private const string Token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("Tmdb__AccessToken", Token, Token, null)]
    [InlineData("Tmdb__AccessToken", Key, Key, null)]
    [InlineData("Tmdb__ApiKey", Key, null, Key)]
    [InlineData("Tmdb__ApiKey", Token, Token, null)]
    [InlineData("TMDB_API_KEY", Key, null, Key)]
    [InlineData("TMDB_API_KEY", Token, Token, null)]
    public void A_token_is_known_by_its_form_where_a_key_is_asked_for(string name, string value, string? token, string? key)
    {
        var options = Configured.Options((name, value)).Tmdb;

        Assert.Equal((token, key, true), (options.AccessToken, options.ApiKey, options.HasKey));
    }

    [Fact]
    public void The_section_wins_over_the_flat_name()
    {
        Assert.Equal(Key, Configured.Options(("TMDB_API_KEY", "another"), ("Tmdb__ApiKey", Key)).Tmdb.ApiKey);
        var options = Configured.Options(("TMDB_API_KEY", "another"), ("Tmdb__AccessToken", Token)).Tmdb;
        Assert.Equal((Token, null), (options.AccessToken, options.ApiKey));
    }

    [Fact]
    public void Without_settings_there_is_no_key_and_answers_are_believed_for_a_month()
    {
        var options = Configured.Options().Tmdb;

        Assert.Equal(new TmdbOptions(), options);
        Assert.False(options.HasKey);
    }

    [Fact]
    public void A_flat_name_that_is_empty_counts_as_not_set() => Assert.False(Configured.Options(("TMDB_API_KEY", "")).Tmdb.HasKey);
}
