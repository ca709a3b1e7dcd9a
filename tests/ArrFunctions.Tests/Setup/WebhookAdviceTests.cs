using ArrFunctions.Servarr;
using ArrFunctions.Setup;

namespace ArrFunctions.Tests.Setup;

public sealed class WebhookAdviceTests
{
    [Theory]
    [InlineData("http://localhost:7071", "http://localhost:8989", nameof(AddressAnswer.None), "refused", "start it (arrfunctions, without a command)")]
    [InlineData("http://home:7071", "http://nas:8989", nameof(AddressAnswer.None), "refused", "start it (arrfunctions --urls http://*:7071")]
    [InlineData("http://home:7071", "http://nas:8989", nameof(AddressAnswer.Ours), "refused", "whether its machine or container knows the name home")]
    [InlineData("http://localhost:7071", "http://sonarr:8989", nameof(AddressAnswer.Ours), "refused", "localhost is that one itself")]
    [InlineData("http://home:7071", "http://nas:8989", nameof(AddressAnswer.SomebodyElse), "[500:InternalServerError]", "is not ArrFunctions")]
    [InlineData("http://home:7071", "http://nas:8989", nameof(AddressAnswer.Ours), "HTTP request failed: [401:Unauthorized] [POST]", "another data folder")]
    [InlineData("http://home:7071", "http://nas:8989", nameof(AddressAnswer.SomebodyElse), "HTTP request failed: [404:NotFound] [POST]", "no such route")]
    public void What_to_check_depends_on_who_answers_and_on_what_the_instance_said(string own, string theirs, string answer, string failure, string advice) =>
        Assert.Contains(
            advice,
            WebhookAdvice.Of(
                new() { Name = "tv", Service = ServarrService.Sonarr, Url = new(theirs), ApiKey = "key" }, new(own), Enum.Parse<AddressAnswer>(answer), failure),
            StringComparison.Ordinal);
}
