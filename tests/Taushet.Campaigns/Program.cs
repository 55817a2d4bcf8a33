using Taushet.Campaigns;

return await Campaign.RunAsync(args, CancellationToken.None);
