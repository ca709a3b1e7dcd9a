/** What `GET /api/stats` tells of, as far as this page shows it. */
export interface Stats {
  operations: {
    now: { queued: number; running: number; waiting: number };
    today: Ended;
    lifetime: Ended;
  };
  audio: { sinceStart: { total: number; changed: number; alreadyCorrect: number; planned: number; skipped: number; failed: number } };
  indexers: {
    now: { total: number; working: number; failing: number; takenOut: number; switchedOff: number; unknown: number };
    today: { switchedOff: number; switchedOn: number; outages: number };
  };
  searches: { today: { searched: number; failed: number } };
  started: string;
}

interface Ended {
  total: number;
  succeeded: number;
  skipped: number;
  failed: number;
  cancelled: number;
}
