using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dateline.Server.Serving;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>Where TLS is spoken, Kestrel holds the readers: over either version of HTTP they get what everyone gets.</summary>
public sealed class SecureTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_reader_over_TLS_sees_each_change_once(string version)
    {
        using var certificate = Certificate();
        await using var server = await RunningServer.Start(settings: settings => settings with
        {
            Urls = settings.Urls.Replace("http:", "https:", StringComparison.Ordinal),
            Door = settings.Door with { SecurePorts = new HashSet<int> { 0 } },
            Tls = new TlsSettings(certificate),
        });
        await server.Begins("storm");
        await server.Publishes("storm", "Before");
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString() == certificate.GetCertHashString();
        using var http = new HttpClient(handler) { BaseAddress = server.Address, DefaultRequestVersion = Version.Parse(version), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        using var stream = await EventStream.Open(http, "/live/storm/stream?after=0");
        Assert.Equal(Version.Parse(version), stream.Answer.Version);
        for (var i = 0; i < 20; i++) await server.Publishes("storm", $"Change {i}");
        Assert.Equal(Enumerable.Range(1, 21).Select(seq => (long?)seq), (await stream.ChangesTo(21)).Select(change => change.Id));
        Assert.Contains("Change 19", await http.GetStringAsync("/live/storm"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_https_address_without_a_certificate_is_refused_in_a_sentence() =>
        Assert.Contains("DATELINE_TLS__CERTIFICATE", ServerSettings.Read("https://127.0.0.1:5443", "data", demo: false).Refusal!.Sentence, StringComparison.Ordinal);

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(TestNewsroom.Morning.AddDays(-1), TestNewsroom.Morning.AddYears(10));
    }
}
