using System.Numerics;
using System.Text;

namespace Taushet.Core.Vocabulary;

/// <summary>A set of cells, one bit a cell. A value: every operation makes a new set.</summary>
/// <param name="Bits">Bit n stands for the cell with number n.</param>
public readonly record struct CellSet(UInt128 Bits)
{
    /// <summary>No cell.</summary>
    public static CellSet Empty => default;

    /// <summary>Every cell of the vocabulary.</summary>
    public static CellSet All { get; } = Of(Codes<Cell>.Members.ToArray());

    /// <summary>Whether the set has no cell.</summary>
    public bool IsEmpty => Bits == UInt128.Zero;

    /// <summary>How many cells the set has.</summary>
    public int Count => (int)UInt128.PopCount(Bits);

    /// <summary>The set of exactly these cells; categories are not widened to their topics.</summary>
    public static CellSet Of(params ReadOnlySpan<Cell> cells)
    {
        var bits = UInt128.Zero;
        foreach (var cell in cells)
        {
            bits |= UInt128.One << (int)cell;
        }

        return new CellSet(bits);
    }

    /// <summary>Cells in either set.</summary>
    public static CellSet operator |(CellSet left, CellSet right) => new(left.Bits | right.Bits);

    /// <summary>Cells in both sets.</summary>
    public static CellSet operator &(CellSet left, CellSet right) => new(left.Bits & right.Bits);

    /// <summary>Cells in the left set and not in the right.</summary>
    public static CellSet operator -(CellSet left, CellSet right) => new(left.Bits & ~right.Bits);

    /// <summary>Whether the cell is in the set.</summary>
    public bool Contains(Cell cell) => (Bits >> (int)cell & UInt128.One) != UInt128.Zero;

    /// <summary>Whether every cell of the other set is in this one.</summary>
    public bool Covers(CellSet other) => (other.Bits & ~Bits) == UInt128.Zero;

    /// <summary>Whether the sets share a cell.</summary>
    public bool Meets(CellSet other) => (Bits & other.Bits) != UInt128.Zero;

    /// <summary>The cells, ascending.</summary>
    public Enumerator GetEnumerator() => new(Bits);

    /// <summary>The cells as a list, ascending.</summary>
    public IReadOnlyList<Cell> ToList()
    {
        var cells = new List<Cell>(Count);
        foreach (var cell in this)
        {
            cells.Add(cell);
        }

        return cells;
    }

    /// <summary>The cells' codes, ascending by cell and separated by a space.</summary>
    public override string ToString() => AppendTo(new StringBuilder()).ToString();

    /// <summary>The same at the end of a text.</summary>
    internal StringBuilder AppendTo(StringBuilder text)
    {
        var first = true;
        foreach (var cell in this)
        {
            text.Append(first ? string.Empty : " ").Append(Codes<Cell>.Of(cell));
            first = false;
        }

        return text;
    }

    /// <summary>Walks a set without allocating.</summary>
    public ref struct Enumerator(UInt128 bits)
    {
        private UInt128 rest = bits;

        /// <summary>The present cell.</summary>
        public Cell Current { get; private set; }

        /// <summary>Moves to the next cell.</summary>
        public bool MoveNext()
        {
            if (rest == UInt128.Zero)
            {
                return false;
            }

            var lower = (ulong)rest;
            Current = (Cell)(lower != 0
                ? BitOperations.TrailingZeroCount(lower)
                : 64 + BitOperations.TrailingZeroCount((ulong)(rest >> 64)));
            rest &= rest - UInt128.One;
            return true;
        }
    }
}
