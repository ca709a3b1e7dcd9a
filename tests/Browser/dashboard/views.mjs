/** Every address that shows something of its own. */
export const views = [
  "/", "/indexers", "/indexers/heal", "/indexers/stats", "/indexers/discovery", "/indexers/prowlarr/1", "/audio", "/audio?show=changed", "/audio/waiting", "/audio/plans", "/audio/batches", "/audio/batches/new", "/audio/explain",
  "/library/radarr", "/library/radarr/trend", "/library/radarr/candidates", "/library/radarr/search", "/library/radarr/formats", "/library/radarr/profiles", "/library/radarr/history", "/library/exports", "/library/exports/compare",
  "/schedules", "/system", "/system/figures", "/system/configuration", "/system/keys", "/system/backup", "/system/notifications", "/system/logs", "/system/events",
  "/setup", "/setup/instances", "/setup/media", "/setup/webhook", "/setup/preview", "/setup/live", "/setup/told",
];

export const nameOf = view => view.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "now";
