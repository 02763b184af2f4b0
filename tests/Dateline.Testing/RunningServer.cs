using System.Security.Cryptography;
using Dateline.Core.Media;
using Dateline.Desk.Media;
using Dateline.Media;
using Dateline.Media.Recordings;
using Dateline.Public.Pages.Looks;
using Dateline.Server.Serving;
using Dateline.Storage;
using Dateline.Storage.Media;
using Dateline.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Testing;

/// <summary>The whole server on a port of its own, with its newsroom in hand: what is done there is answered when readers can see it.</summary>
public sealed class RunningServer : NewsroomVerbs, IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication _server;

    private readonly Func<ServerSettings, ServerSettings> _settings;

    private RunningServer(TimeProvider time, Func<ServerSettings, ServerSettings> settings)
    {
        (Time, _settings) = (time, settings);
        _server = Build("http://127.0.0.1:0");
    }

    public override TimeProvider Time { get; }

    public override Newsroom Newsroom => Services.GetRequiredService<Newsroom>();

    public IServiceProvider Services => _server.Services;

    public IEnumerable<RouteEndpoint> Routes => ((IEndpointRouteBuilder)_server).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    public Uri Address { get; private set; } = null!;

    /// <summary>A client without limits on how many connections it holds, and without a cache. A stream that is let go of is cut off there and then.</summary>
    public HttpClient Http { get; private set; } = null!;

    public string DatabasePath => SqliteStore.PathIn(_folder.Path);

    /// <param name="time">The clock that everything is done by; the machine's own when left out.</param>
    /// <param name="settings">What an operator sets otherwise.</param>
    public static async Task<RunningServer> Start(TimeProvider? time = null, Func<ServerSettings, ServerSettings>? settings = null)
    {
        var running = new RunningServer(time ?? TimeProvider.System, settings ?? (each => each));
        await running._server.StartAsync();
        running.Address = new Uri(running._server.Urls.Single());
        // By itself it would read on for two seconds, in the hope of using the connection again: readers who come and go would be ten at once for the server.
        running.Http = new HttpClient(new SocketsHttpHandler { MaxResponseDrainSize = 0 }) { BaseAddress = running.Address, Timeout = Bound.Patience };
        return running;
    }

    /// <summary>Ends the server and starts another over the same data at the same address.</summary>
    public async Task Restarts()
    {
        await Stops();
        _server = Build(Address.ToString());
        await _server.StartAsync();
    }

    public async Task Stops()
    {
        // Streams never end by themselves: the server is not to wait for them.
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    /// <summary>Puts a picture among the library's files, as an upload leaves it.</summary>
    public PictureName Keeps(int seed, int width = 600, int height = 400)
    {
        var bytes = Pictures.Jpeg(width, height, seed);
        var folder = Services.GetRequiredService<MediaFolder>();
        var (file, hash) = (folder.Arriving(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        File.WriteAllBytes(file, bytes);
        var seen = PictureReader.Look(file).Value;
        MediaFolder.Land(file, folder.Original(hash));
        return new PictureName(hash, seen.Width, seen.Height, seen.Colours);
    }

    /// <summary>Takes a film into the library, and waits until it is ready.</summary>
    public async Task<RecordingName> KeepsFilm(byte[] film)
    {
        var folder = Services.GetRequiredService<MediaFolder>();
        var (file, hash) = (folder.Arriving(), Convert.ToHexStringLower(SHA256.HashData(film)));
        await File.WriteAllBytesAsync(file, film);
        var name = (await Services.GetRequiredService<RecordingReader>().Look(file, hash, CancellationToken.None)).Value;
        MediaFolder.Land(file, folder.Original(hash));
        _ = (await Services.GetRequiredService<RecordingBook>().Add(name, film.Length, still: null, fileName: null, "Rita", CancellationToken.None)).Value;
        Services.GetRequiredService<Mastering>().Hurry();
        await IsReady(name);
        return name;
    }

    public Task IsReady(RecordingName name) => Bound.Until(async () => await Services.GetRequiredService<Library>().Find(name.Hash, CancellationToken.None) is LibraryRecording { IsReady: true }, "the film is ready");

    /// <summary>The same newsroom in another process, such as a command: this server hears nothing of what is done there.</summary>
    public Newsroom InAnotherProcess() => new(SqliteStore.Options(DatabasePath), Time, (_, _) => ValueTask.CompletedTask);

    public void BacksUp(string name) => Copy(DatabasePath, _folder.File(name));

    /// <summary>Puts a backup back while the server runs, as another life of the database.</summary>
    public void Restores(string name)
    {
        using (var backup = Open(_folder.File(name)))
        {
            using var another = backup.CreateCommand();
            another.CommandText = "UPDATE settings SET value = lower(hex(randomblob(8))) WHERE key = 'epoch'";
            another.ExecuteNonQuery();
        }
        Copy(_folder.File(name), DatabasePath);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Stops();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private WebApplication Build(string urls) => DatelineServer.Build(_settings(new ServerSettings
    {
        Urls = urls,
        Data = _folder.Path,
        Style = new NewsroomStyle { PublicUrl = new Uri("https://courier.example/") },
    }), Time);

    private static void Copy(string from, string to)
    {
        using var source = Open(from);
        using var target = Open(to);
        source.BackupDatabase(target);
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
