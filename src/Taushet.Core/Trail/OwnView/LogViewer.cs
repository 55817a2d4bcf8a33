using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail.OwnView;

/// <summary>Who looks at a child's own log.</summary>
/// <param name="Capacity">The child itself, or a parent with or without parental responsibility.</param>
/// <param name="Age">The child's age today; unknown when the registry does not say.</param>
public sealed record LogViewer(Service Capacity, Known<int> Age)
{
    private static readonly ServiceSet Parents =
        ServiceSet.Of(Service.ParentWithResponsibility, Service.ParentWithoutResponsibility);

    /// <summary>Whether it is the child itself.</summary>
    public bool IsChild => Capacity == Service.Child;

    /// <summary>Whether it is a parent.</summary>
    public bool IsParent => Parents.Contains(Capacity);
}
