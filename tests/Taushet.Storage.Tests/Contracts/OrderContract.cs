using System.Text;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>Orders of authorities with their entries, and what binds a decision that read one.</summary>
public abstract class OrderContract : StoreContract
{
    private static readonly ServiceAddress School = new(Given.HolderOrganisation, string.Empty, Service.PrimarySchool);
    private static readonly ServiceAddress Barnevern = new(Given.ReceiverOrganisation, string.Empty, Service.Barnevern);

    [StoreFact]
    public async Task RecordAsync_Order_IsThereAboutItsChildAlone()
    {
        var order = Order();

        var entry = (await RegisterAsync(1, order)).ShouldBeOfType<AppendResult.Stored>().Receipt.Entry;

        var stored = (await Store.Orders.FindAboutAsync(order.Id, Given.Child(1), default)).Order.ShouldNotBeNull();
        (stored.Row with { Content = order.Content }).ShouldBe(order);
        Encoding.UTF8.GetString(stored.Row.Content.Span).ShouldBe("what and why");
        (stored.Entry, stored.Version, stored.WithdrawnAt, stored.Notice).ShouldBe((entry, 1, null, OrderNotice.ToInform));
        (await Store.Orders.FindAboutAsync(order.Id, Given.Child(2), default)).ShouldBe(new OrderLookup(Available: true, Order: null));
        (await RegisterAsync(1, order)).ShouldBeOfType<AppendResult.FactsChanged>();
        (await Store.Trail.CountAsync(default)).ShouldBe(1);
    }

    /// <summary>INVARIANT: every change of an order raises the counter of the child it is about.</summary>
    [StoreFact]
    public async Task RecordAsync_EveryChange_FailsAnEntryThatReadTheOrderBefore()
    {
        var order = Order();
        var before = (await GatherAsync(1)).Versions;
        await RegisterAsync(1, order);
        (await Store.Audit.AppendAsync(Given.Draft(), Given.Child(1), Given.HolderOrganisation, before, default))
            .ShouldBeOfType<AppendResult.FactsChanged>();

        foreach (var (seen, notice) in new (int, OrderNotice?)[] { (1, OrderNotice.Informed), (2, null) })
        {
            before = (await GatherAsync(1)).Versions;
            (await ChangeAsync(order, seen, notice)).ShouldBeOfType<AppendResult.Stored>();
            (await Store.Audit.AppendAsync(Given.Draft(), Given.Child(1), Given.HolderOrganisation, before, default))
                .ShouldBeOfType<AppendResult.FactsChanged>();
        }

        var stored = (await Store.Orders.FindAsync(order.Id, default)).Order.ShouldNotBeNull();
        (stored.Version, stored.WithdrawnAt, stored.Notice, stored.NoticeAt).ShouldBe((3, Given.Instant, OrderNotice.Informed, Given.Instant));
        Encoding.UTF8.GetString(stored.NoticeContent!.Value.Span).ShouldBe("who");
        (await ChangeAsync(order, 2, OrderNotice.Exempted)).ShouldBeOfType<AppendResult.FactsChanged>();
    }

    [StoreFact]
    public async Task FindAboutAsync_ChildHasANewNumber_IsFoundByBoth()
    {
        var order = Order();
        await RegisterAsync(1, order);

        await Store.Registrar.ReplaceNumberAsync(People.Number(1), People.Number(5), Given.Instant, default);

        (await Store.Orders.FindAboutAsync(order.Id, Given.Child(5), default)).Order.ShouldNotBeNull();
        (await Store.Orders.FindAboutAsync(order.Id, Given.Child(1), default)).Order.ShouldNotBeNull();
    }

    [StoreFact]
    public async Task ListAsync_BySideDayAndNotice_ListsThoseAndNoOthers()
    {
        var (plain, past, informed) = (Order(), Order() with { To = Given.Today.AddDays(-1) }, Order());
        foreach (var order in new[] { plain, past, informed })
        {
            await RegisterAsync(1, order);
        }

        await ChangeAsync(informed, 1, OrderNotice.Informed);

        (await ListAsync(Barnevern, asIssuer: true, day: null, toInform: false)).ShouldBe([plain.Id, past.Id, informed.Id], ignoreOrder: true);
        (await ListAsync(School, asIssuer: false, Given.Today, toInform: false)).ShouldBe([plain.Id, informed.Id], ignoreOrder: true);
        (await ListAsync(Barnevern, asIssuer: true, Given.Today, toInform: true)).ShouldBe([plain.Id]);
        (await ListAsync(School, asIssuer: true, day: null, toInform: false)).ShouldBeEmpty();
    }

    private static OrderRow Order() => new()
    {
        Id = Guid.NewGuid(),
        Issuer = Barnevern,
        Addressee = School,
        From = Given.Today.AddDays(-7),
        To = Given.Today.AddDays(7),
        RegisteredAt = Given.Instant,
        Content = Encoding.UTF8.GetBytes("what and why"),
    };

    private async Task<AppendResult> RegisterAsync(int child, OrderRow order) => await Store.Audit.RecordAsync(
        Given.Draft(), Given.Child(child), (await GatherAsync(child)).Versions, new RegisterChange.OfOrder(order), default);

    private async Task<AppendResult> ChangeAsync(OrderRow order, int seen, OrderNotice? notice) => await Store.Audit.RecordAsync(
        Given.Draft(),
        Given.Child(1),
        (await GatherAsync(1)).Versions,
        new RegisterChange.OfOrderChange(
            new OrderChange(order.Id, seen, notice, Given.Instant, Encoding.UTF8.GetBytes("who")), order.Issuer.Organisation),
        default);

    private async Task<List<Guid>> ListAsync(ServiceAddress party, bool asIssuer, DateOnly? day, bool toInform)
    {
        var query = new OrderQuery(party, asIssuer, day, toInform, Guid.Empty, 10);
        return [.. (await Store.Orders.ListAsync(query, default)).ShouldNotBeNull().Select(order => order.Row.Id)];
    }
}
