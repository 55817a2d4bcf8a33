using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Registration;

/// <summary>Registrations and proposals on the wire.</summary>
internal static class RegistrationForms
{
    /// <summary>A proposal and what became of it.</summary>
    /// <param name="stored">As it is stored.</param>
    /// <param name="now">When it is told: an undecided one may have lapsed.</param>
    public static Wire.RegistrationProposal Of(StoredProposal stored, DateTimeOffset now)
    {
        var proposal = stored.Proposal;
        var form = new Wire.RegistrationProposal
        {
            Id = WireIds.Of(proposal.Id),
            Party = Party(proposal.Key),
            ExpectedVersion = (uint)proposal.SeenVersion,
            Reason = proposal.Reason,
            Warnings = { proposal.Warnings.Select(warning => (Wire.RegistryWarning)(int)warning) },
            ProposedBy = proposal.By.Administrator,
            ProposedAt = Timestamp.FromDateTimeOffset(proposal.At),
            ExpiresAt = Timestamp.FromDateTimeOffset(proposal.ExpiresAt),
            State = now < proposal.ExpiresAt ? Wire.ProposalState.Waiting : Wire.ProposalState.Lapsed,
            EntryId = WireIds.Of(stored.Entry),
        };
        if (proposal.Terms is { } terms)
        {
            form.Register = Terms(terms);
        }
        else
        {
            form.LastDate = Date(proposal.LastDay!.Value);
        }

        if (stored.Decided is { } decided)
        {
            Decided(form, decided);
        }
        else if (stored.Lapsed is { } lapsed)
        {
            form.State = Wire.ProposalState.Lapsed;
            form.DecisionEntryId = WireIds.Of(lapsed.Entry);
        }

        return form;
    }

    /// <summary>A period, with the integrations whose first day is in it.</summary>
    public static Wire.RegisteredPeriod Period(Participant period, IEnumerable<Integration> integrations)
    {
        var within = integrations.Where(one => one.From >= period.From && (period.To is not { } to || one.From <= to));
        return new Wire.RegisteredPeriod
        {
            Party = Party(new RegistrationKey(period.Organisation, period.Unit, period.Service)),
            Terms = Terms(new RegistrationTerms(
                period.Form,
                period.Name,
                period.Telephone,
                period.SourceAddress,
                period.From,
                period.To,
                [.. within.Select(one => new RegisteredScope(one.Issuer, one.Scope)).Distinct()])),
        };
    }

    /// <summary>A warning's code, as entries and errors tell it.</summary>
    public static string Code(RegistryWarning warning) => warning switch
    {
        RegistryWarning.NoRegistry => "no-registry",
        RegistryWarning.OrganisationUnknown => "organisation-unknown",
        RegistryWarning.UnitUnknown => "unit-unknown",
        RegistryWarning.Deleted => "deleted",
        RegistryWarning.Bankrupt => "bankrupt",
        RegistryWarning.OtherParent => "other-parent",
        RegistryWarning.OtherIndustry => "other-industry",
        RegistryWarning.OtherName => "other-name",
    };

    private static void Decided(Wire.RegistrationProposal form, StoredVerdict decided)
    {
        var verdict = decided.Verdict;
        form.State = verdict.Outcome switch
        {
            RegistryOutcome.Confirmed => Wire.ProposalState.Confirmed,
            RegistryOutcome.Refused => Wire.ProposalState.Refused,
            RegistryOutcome.Withdrawn => Wire.ProposalState.Withdrawn,
        };
        form.DecidedBy = verdict.By.Administrator;
        form.DecidedAt = Timestamp.FromDateTimeOffset(verdict.At);
        form.DecisionReason = verdict.Reason;
        form.DecisionEntryId = WireIds.Of(decided.Entry);
        if (decided.Version is { } version)
        {
            form.Version = (uint)version;
            form.EffectiveDate = Date(verdict.Day);
        }
    }

    private static Wire.Party Party(RegistrationKey key) => new()
    {
        OrganisationNumber = key.Organisation,
        UnitNumber = key.Unit,
        Service = (Wire.Service)(int)key.Service,
    };

    private static Wire.RegistrationTerms Terms(RegistrationTerms terms) => new()
    {
        Form = (Wire.ServiceForm)(int)terms.Form,
        Name = terms.Name,
        Telephone = terms.Telephone,
        SourceAddress = terms.SourceAddress?.AbsoluteUri ?? string.Empty,
        FromDate = Date(terms.From),
        ToDate = terms.To is { } to ? Date(to) : string.Empty,
        Integrations = { terms.Integrations.Select(one => new Wire.RegisteredIntegration { Issuer = one.Issuer, Scope = one.Scope }) },
    };

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
