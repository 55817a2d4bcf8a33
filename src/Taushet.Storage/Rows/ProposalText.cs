using System.Collections.Immutable;
using System.Text.Json;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Rows;

/// <summary>What is proposed, as JSON in the rows of proposals: the same bytes in every store.</summary>
internal sealed record ProposalText(
    string Form,
    string Name,
    string Telephone,
    string? Source,
    DateOnly? From,
    DateOnly? To,
    DateOnly? LastDay,
    string[][] Integrations,
    int[] Warnings)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Writes it.</summary>
    public static byte[] Write(RegistryProposal proposal) => JsonSerializer.SerializeToUtf8Bytes(Of(proposal), Options);

    /// <summary>Reads it.</summary>
    /// <exception cref="StoredValueException">It is none.</exception>
    public static (RegistrationTerms? Terms, DateOnly? LastDay, ImmutableArray<RegistryWarning> Warnings) Read(byte[] stored)
    {
        try
        {
            var text = JsonSerializer.Deserialize<ProposalText>(stored, Options)!;
            return (text.Terms, text.LastDay, [.. text.Warnings.Select(number => StoredForms.Member<RegistryWarning>(number))]);
        }
        catch (Exception error) when (error is JsonException or FormatException or IndexOutOfRangeException or InvalidOperationException)
        {
            throw new StoredValueException("A stored proposal cannot be read.", error);
        }
    }

    private RegistrationTerms? Terms => From is not { } from
        ? null
        : new RegistrationTerms(
            Codes<ServiceForm>.TryParse(Form, out var form) ? form : throw new StoredValueException("A stored form is not in this version's vocabulary."),
            Name,
            Telephone,
            Source is null ? null : new Uri(Source),
            from,
            To,
            [.. Integrations.Select(pair => new RegisteredScope(pair[0], pair[1]))]);

    private static ProposalText Of(RegistryProposal proposal)
    {
        int[] warnings = [.. proposal.Warnings.Select(warning => (int)warning)];
        return proposal.Terms is not { } terms
            ? new ProposalText(string.Empty, string.Empty, string.Empty, null, null, null, proposal.LastDay, [], warnings)
            : new ProposalText(
                Codes<ServiceForm>.Of(terms.Form),
                terms.Name,
                terms.Telephone,
                terms.SourceAddress?.AbsoluteUri,
                terms.From,
                terms.To,
                LastDay: null,
                [.. terms.Integrations.Select(one => new[] { one.Issuer, one.Scope })],
                warnings);
    }
}
