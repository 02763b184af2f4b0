using Dateline.Core.Files;
using Dateline.Core.Outcomes;

namespace Dateline.Import.Pages;

internal static class PageReader
{
    public static Result<Manuscript> Read(string text, ImportOptions options) => new Refusal(RefusalKind.Invalid, text + options);
}
