using Dateline.Storage;
using Dateline.Storage.Members;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Desk.Members;

/// <summary>Who is who: tokens, sessions, and ASP.NET Core Identity for what people prove themselves by.</summary>
internal static class MembersSide
{
    private const string Either = "Token or session";

    public static void AddMembers(this IServiceCollection services, DeskSettings settings)
    {
        services.AddSingleton<MemberBook>().AddSingleton<SessionBook>().AddSingleton<TokenBook>();
        services.AddSingleton<SessionCookie>().AddSingleton<SignInGate>().AddSingleton<Attempts>().AddSingleton<Ceremonies>();
        services.AddScoped(provider => provider.GetRequiredService<Newsroom>().OpenForIdentity());
        services.AddScoped<PasswordSignIn>().AddScoped<PasskeySignIn>();
        AddIdentity(services, settings);

        Directory.CreateDirectory(settings.Keys);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(settings.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddDataProtection().SetApplicationName("Dateline").PersistKeysToFileSystem(new DirectoryInfo(settings.Keys));

        // A request that carries a token goes by the token alone: what it may do does not depend on which browser happens to send it.
        var authentication = services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = context => context.Request.Headers.ContainsKey("Authorization") ? TokenAuthentication.SchemeName : SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        if (settings.OpenId is { } openId) authentication.AddOpenId(settings, openId);
        services.AddAuthorization(Rights.Add);
    }

    private static void AddIdentity(IServiceCollection services, DeskSettings settings)
    {
        services.AddSingleton<IPasswordHasher<MemberAccount>>(PasswordSignIn.NewHasher());
        services.AddSingleton<IPasswordValidator<MemberAccount>, PasswordRule>();
        services.AddIdentityCore<MemberAccount>(options =>
        {
            // PasswordRule says all there is to say.
            options.Password = new PasswordOptions { RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredLength = 1, RequiredUniqueChars = 1 };
            options.Tokens.AuthenticatorTokenProvider = TokenOptions.DefaultAuthenticatorProvider;
        })
            .AddUserManager<MemberManager>()
            .AddUserStore<MemberStore>()
            .AddTokenProvider<AuthenticatorTokenProvider<MemberAccount>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IPasskeyHandler<MemberAccount>, PasskeyHandler<MemberAccount>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = settings.Address.Host;
            // The device asks for finger, face or PIN, and knows whose passkey it is: it replaces password and code together.
            (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required");
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == settings.Origin);
        });
    }
}
