using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Media.Originals;
using Dateline.Storage.Media;

namespace Dateline.Desk.Media;

/// <summary>Gives documents to whoever may have them: as they were uploaded, from wherever originals lie.</summary>
internal sealed class Lending(Library library, IOriginals originals)
{
    public async Task<Lent> Lend(string hash, CancellationToken cancellation)
    {
        // Pictures lie there too, and say where they were taken: what is no document does not exist here, whoever may have what was made of it.
        if (await library.Find(hash, cancellation) is not LibraryDocument) return new Lent(null);
        if (!(await originals.Borrow(hash, cancellation)).Try(out var loan, out var refusal)) return new Lent(null, Busy: refusal.Kind == RefusalKind.Busy);
        // A file that is open stays readable when its copy here makes room for another.
        using (loan) return new Lent(new FileStream(loan.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true));
    }
}
