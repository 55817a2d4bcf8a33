using Taushet.Core.Vocabulary;

namespace Taushet.Demo.People;

/// <summary>One synthetic child.</summary>
/// <param name="Place">Its place in the population, from 0.</param>
/// <param name="NationalNumber">Its synthetic number.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="Family">The family it grows up in.</param>
/// <param name="BirthDate">Birth date, as the registry states it.</param>
/// <param name="Grading">Grading of the address.</param>
internal sealed record Child(
    int Place,
    string NationalNumber,
    string GivenName,
    Family Family,
    DateOnly BirthDate,
    Grading Grading)
{
    /// <summary>The name people use; synthetic by its family name.</summary>
    public string Name => $"{GivenName} {Family.Name}";

    /// <summary>Never the number: a record's own text form would print it.</summary>
    public override string ToString() => Name;
}

/// <summary>A synthetic family.</summary>
/// <param name="Place">Its place among the families, from 0.</param>
/// <param name="Name">Family name, one that no real family has.</param>
/// <param name="Responsibility">Who has parental responsibility.</param>
/// <param name="Mother">The mother.</param>
/// <param name="Father">The father.</param>
/// <param name="Street">Address, one line.</param>
internal sealed record Family(
    int Place,
    string Name,
    ParentalResponsibility Responsibility,
    Parent Mother,
    Parent Father,
    string Street);

/// <summary>A synthetic parent.</summary>
/// <param name="Name">Full name.</param>
/// <param name="NationalNumber">Synthetic number.</param>
/// <param name="Phone">Phone, from a range that is not in use.</param>
internal sealed record Parent(string Name, string NationalNumber, string Phone)
{
    /// <summary>Never the number.</summary>
    public override string ToString() => Name;
}
