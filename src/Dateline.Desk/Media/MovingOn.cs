using Dateline.Media;
using Dateline.Media.Originals;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dateline.Desk.Media;

/// <summary>Copies originals of an earlier time, which lie in the data folder, to the store, one after another at every start. They stay where they are, and are used from there, until the operator takes them away.</summary>
internal sealed class MovingOn(MediaFolder folder, OriginalsInStore originals, TimeProvider time, ILogger<MovingOn> log) : BackgroundService
{
    private static readonly TimeSpan Breath = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (all, left) = (0, folder.Originals().ToList());
        while (left.Count > 0)
        {
            var failed = new List<string>();
            foreach (var hash in left)
            {
                if (await originals.CopyOn(hash, stoppingToken) is null)
                {
                    all++;
                    continue;
                }
                // One that cannot be copied must not keep the others, and a store that is away must not be asked thousands of times.
                failed.Add(hash);
                await Task.Delay(Breath, time, stoppingToken);
            }
            if (failed.Count > 0)
            {
                log.LogWarning("{Left:N0} originals could not be copied to the store yet, {Hash} among them. They are used from {Folder}, and tried again in ten minutes.", failed.Count, failed[0], folder.OriginalsFolder);
                await Task.Delay(Rest, time, stoppingToken);
            }
            left = failed;
        }
        if (all > 0) log.LogInformation("The store has all {Originals:N0} originals of {Folder}; nothing here needs that folder any more.", all, folder.OriginalsFolder);
    }
}
