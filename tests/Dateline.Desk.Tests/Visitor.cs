using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dateline.Testing;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>Somebody who sends requests: with a token, or with none.</summary>
public class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(Uri server, string? token, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = server, Timeout = TimeSpan.FromSeconds(60) };
        if (token is not null) _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers) _client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
    }

    public HttpClient Http => _client;

    /// <summary>What the browser keeps.</summary>
    public CookieContainer Cookies { get; } = new();

    public Task<Answered> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<Answered> Post(string path, string? body = null, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, body, headers);

    public Task<Answered> Put(string path, string body, params (string Name, string Value)[] headers) => Send(HttpMethod.Put, path, body, headers);

    public Task<Answered> Patch(string path, string body, params (string Name, string Value)[] headers) => Send(HttpMethod.Patch, path, body, headers);

    public Task<Answered> Delete(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Delete, path, null, headers);

    public Task<Answered> Send(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers) =>
        SendBytes(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), headers);

    public async Task<Answered> SendBytes(HttpMethod method, string path, byte[]? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type") request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else request.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await _client.SendAsync(request);
        return new Answered((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, response.Headers.ETag?.Tag, response.Headers.RetryAfter?.ToString()) { Headers = response.Headers };
    }

    /// <summary>A reader's stream, from the beginning on; it is open when this returns, so the clock may be turned after it and not under it.</summary>
    public async Task<EventStream> Follows(string slug)
    {
        var stream = await EventStream.Open(_client, $"/live/{slug}/stream?after=0");
        await stream.Next("hello");
        return stream;
    }

    /// <summary>Sends a file to the media library.</summary>
    public async Task<Answered> Sends(byte[] file, string name = "picture.jpg", string part = "file")
    {
        using var content = new MultipartFormDataContent();
        using var bytes = new ByteArrayContent(file);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        content.Add(bytes, part, name);
        using var response = await _client.PostAsync("/api/v1/media", content);
        return new Answered((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, null, null);
    }

    public void Dispose()
    {
        _client.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>What came back.</summary>
public sealed record Answered(int Status, string Text, string? Type, string? ETag, string? RetryAfter)
{
    private readonly Head _head = new(null);

    public HttpResponseHeaders Headers
    {
        get => _head.Headers!;
        init => _head = new Head(value);
    }

    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Id => (string)Json["id"]!;

    public string? this[string field] => Json[field]?.ToString();

    /// <summary>The answer, when it has this status; otherwise the test fails with what was said.</summary>
    public Answered Is(int status)
    {
        Assert.True(Status == status, $"{Status} instead of {status}: {Text}");
        return this;
    }

    /// <summary>That it was refused as a problem, with a sentence that a person can read, and at this field.</summary>
    public Answered Refuses(int status, string? path = null)
    {
        Is(status);
        Assert.Equal("application/problem+json", Type);
        Assert.Equal(status, (int)Json["status"]!);
        var sentence = this["title"]!;
        Assert.True(sentence.Length > 16 && char.IsLetterOrDigit(sentence.TrimStart('“')[0]) && ".;…”".Contains(sentence[^1], StringComparison.Ordinal), sentence);
        foreach (var word in new[] { "Dateline.Core", "System.", "JSON value", "deserializ", "Exception", "LineNumber" }) Assert.DoesNotContain(word, Text, StringComparison.OrdinalIgnoreCase);
        if (path is not null) Assert.Equal(path, this["path"]);
        return this;
    }

    /// <summary>When an answer was sent, and over which connection, does not make it another one.</summary>
    private sealed record Head(HttpResponseHeaders? Headers)
    {
        public bool Equals(Head? other) => true;

        public override int GetHashCode() => 0;
    }
}
