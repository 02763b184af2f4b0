using System.Text.Json.Nodes;
using Dateline.Storage;
using Dateline.Storage.Audit;
using Dateline.Storage.Members;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Dateline.Desk.Members;

/// <summary>Signing in by passkey: the browser signs a challenge that is taken once, for this desk's address alone, after it has checked the person.</summary>
internal sealed class PasskeySignIn(MemberManager members, IPasskeyHandler<MemberAccount> passkeys, Ceremonies ceremonies, SessionBook sessions, NewsroomDb db, TimeProvider time)
{
    public async Task<Begun?> Try(JsonObject credential, HttpContext context, string? before, CancellationToken cancellation)
    {
        var visit = Hands.Visit(context);
        if (ceremonies.End(credential, null) is not { } state) return await Fail(visit, null, "no such challenge");
        var result = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential.ToJsonString(), AssertionState = state });
        if (!result.Succeeded) return await Fail(visit, null, "passkey not accepted");
        if (result.User.DisabledAt is not null) return await Fail(visit, result.User.Name, "disabled");
        // The count of signatures goes up, which shows a copied key.
        if (!(await members.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded) return await Fail(visit, result.User.Name, "passkey not kept");
        return (await sessions.Begin(result.User.Id, "passkey", visit, before, cancellation)).Try(out var begun, out _) ? begun : null;
    }

    private async Task<Begun?> Fail(Visit visit, string? name, string why)
    {
        db.Note(time.GetUtcNow(), new Hand(Hand.Stranger, visit.Address), "failed to sign in", name is null ? "users" : $"users/{name}", why);
        await db.SaveChangesAsync(CancellationToken.None);
        return null;
    }
}
