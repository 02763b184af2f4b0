namespace Dateline.Public.Serving;

/// <summary>Makes the compressed forms of what has stayed as it is as small as they get, behind the scenes: a page that changes every second is not worth it, one that is read all night is.</summary>
/// <remarks>One sheet at a time; while it is at work others are not taken, and are offered again by their next reader.</remarks>
public sealed class Press(TimeProvider time)
{
    private static readonly TimeSpan Stayed = TimeSpan.FromSeconds(5);

    private int _isBusy;

    /// <summary>Offers a sheet that somebody asks for.</summary>
    public void Consider(Sheet sheet)
    {
        if (sheet.Body.IsPressed || time.GetElapsedTime(sheet.MadeAt) < Stayed || Interlocked.Exchange(ref _isBusy, 1) == 1) return;
        _ = Task.Run(async () =>
        {
            try
            {
                await sheet.Press();
            }
            finally
            {
                Volatile.Write(ref _isBusy, 0);
            }
        });
    }
}
