namespace Taushet.Campaigns.Faults;

/// <summary>This machine cannot bring the fault about.</summary>
internal sealed class ScenarioSkippedException(string why) : Exception(why);
