using Taushet.Storage.Ports;

namespace Taushet.Cli.Participants;

/// <summary>What the organisation registry says differently, in words for an operator.</summary>
internal static class WarningTexts
{
    /// <summary>One warning.</summary>
    public static string Of(RegistryWarning warning) => warning switch
    {
        RegistryWarning.NoRegistry => "no copy of the register",
        RegistryWarning.OrganisationUnknown => "organisation not in the register",
        RegistryWarning.UnitUnknown => "unit not in the register",
        RegistryWarning.Deleted => "deleted",
        RegistryWarning.Bankrupt => "bankrupt or being wound up",
        RegistryWarning.OtherParent => "not part of the organisation",
        RegistryWarning.OtherIndustry => "industry code of another service",
        RegistryWarning.OtherName => "another name",
    };
}
